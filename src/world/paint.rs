//! The one material: vertex colours as they are, haze with distance, a veil over the town while a room is open.
//! Haze and waves are worked out at the corners, so that a fragment costs next to nothing.

use bevy::asset::uuid_handle;
use bevy::asset::{Asset, RenderAssetUsages};
use bevy::image::{Image, ImageSampler};
use bevy::mesh::{Indices, MeshVertexBufferLayoutRef, PrimitiveTopology};
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::{
    AsBindGroup, Extent3d, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError, TextureDimension,
    TextureFormat,
};
use bevy::shader::{Shader, ShaderRef};
use bevy::sprite_render::{Material2d, Material2dKey, Material2dPlugin};

use crate::town::backdrop::{HAZE_FROM, HAZE_MOST, HAZE_TO};
use crate::town::colour::{hex, horizon};
use crate::town::ground::Ground;
use crate::town::mesh::Mesh as Work;

const SHADER: Handle<Shader> = uuid_handle!("6b0c1f0e-52a4-4c8b-9f7d-0d1c8a3e5b21");

/// What a whole mesh shares.
#[derive(ShaderType, Clone, Copy, Debug)]
pub(super) struct Mood {
    /// The horizon's colour; the fourth is the thickest haze.
    horizon: Vec4,
    /// Where haze begins and ends; brightness; height of waves.
    air: Vec4,
    /// The veil's colour and how much of it there is.
    pub(super) veil: Vec4,
    /// Seconds of the waves.
    pub(super) time: Vec4,
}

impl Default for Mood {
    fn default() -> Self {
        Self {
            horizon: horizon().extend(HAZE_MOST),
            air: Vec4::new(HAZE_FROM, HAZE_TO, 1.0, 0.0),
            veil: hex(0x9f_bccb).extend(0.0),
            time: Vec4::ZERO,
        }
    }
}

impl Mood {
    /// A little brighter: what the pointer is over.
    pub(super) fn brighter(mut self) -> Self {
        self.air.z = 1.14;
        self
    }

    /// Rising and falling like water.
    pub(super) fn waving(mut self) -> Self {
        self.air.w = 0.05;
        self
    }
}

/// The painted material.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug, Default)]
#[bind_group_data(Waves)]
pub(super) struct Painted {
    /// What the whole mesh shares.
    #[uniform(0)]
    pub(super) mood: Mood,
    /// The ground's picture; other meshes have none.
    #[texture(1)]
    #[sampler(2)]
    pub(super) picture: Option<Handle<Image>>,
}

/// Whether a material rises and falls: only the sea's corners pay for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub(super) struct Waves(bool);

impl From<&Painted> for Waves {
    fn from(painted: &Painted) -> Self {
        Self(painted.mood.air.w > 0.0)
    }
}

impl Material2d for Painted {
    fn vertex_shader() -> ShaderRef {
        SHADER.into()
    }

    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn specialize(
        descriptor: &mut RenderPipelineDescriptor,
        _: &MeshVertexBufferLayoutRef,
        key: Material2dKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        if key.bind_group_data.0 {
            descriptor.vertex.shader_defs.push("WAVES".into());
        }
        Ok(())
    }
}

/// The materials there are.
#[derive(Resource, Clone, Debug)]
pub(super) struct Paints {
    /// The town.
    pub(super) town: Handle<Painted>,
    /// The venue under the pointer.
    pub(super) bright: Handle<Painted>,
    /// The sea.
    pub(super) sea: Handle<Painted>,
    /// The ground.
    pub(super) ground: Handle<Painted>,
    /// Rooms and people in them: never veiled.
    pub(super) room: Handle<Painted>,
}

impl Paints {
    /// Those that a veil falls over.
    pub(super) fn veiled(&self) -> [&Handle<Painted>; 4] {
        [&self.town, &self.bright, &self.sea, &self.ground]
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(Material2dPlugin::<Painted>::default());
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    // The handle is a constant of this file, so inserting under it cannot fail.
    let _ = shaders.insert(&SHADER, Shader::from_wgsl(include_str!("painted.wgsl"), "world/painted.wgsl"));
}

/// The materials, once the ground's picture is known.
pub(super) fn mix(materials: &mut Assets<Painted>, picture: Handle<Image>) -> Paints {
    let mood = Mood::default();
    let plain = |mood: Mood| Painted { mood, picture: None };
    Paints {
        town: materials.add(plain(mood)),
        bright: materials.add(plain(mood.brighter())),
        sea: materials.add(plain(mood.waving())),
        ground: materials.add(Painted { mood, picture: Some(picture) }),
        room: materials.add(plain(mood)),
    }
}

/// A painted mesh for the renderer.
pub(super) fn mesh(work: &Work) -> Mesh {
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, work.positions.clone())
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, work.colors.clone())
        .with_inserted_indices(Indices::U32(work.indices.clone()))
}

/// The ground's mesh: places on the picture instead of colours.
pub(super) fn ground_mesh(ground: &Ground) -> Mesh {
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, ground.mesh.positions.clone())
        .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, ground.uvs.clone())
        .with_inserted_indices(Indices::U32(ground.mesh.indices.clone()))
}

/// The ground's picture.
pub(super) fn ground_picture(ground: &Ground) -> Image {
    let size = Extent3d { width: ground.width, height: ground.height, depth_or_array_layers: 1 };
    let (dimension, format) = (TextureDimension::D2, TextureFormat::Rgba8UnormSrgb);
    let mut image = Image::new(size, dimension, ground.pixels.clone(), format, RenderAssetUsages::RENDER_WORLD);
    image.sampler = ImageSampler::linear();
    image
}
