//! The town as geometry: plain data in, painted triangle meshes out.
//!
//! `plan` reads `assets/world/town.ron`; the kit (`sculpt`, `solids`, `roofs`, `walls`, `greens`, `street`, `harbour`,
//! `people`) makes parts; `venues` puts the eighteen together; `light` works out sun, sky, shade and cast shadow once,
//! and `scene` merges all of it into a handful of meshes with colours at the corners.
//!
//! Knows nothing of Bevy, the page or the simulation: `world` shows these meshes, the map maker draws them.
//! The same plan gives the same triangles everywhere it is built with the same target; nothing here is hashed or saved.
#![expect(
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    reason = "geometry is drawn, never hashed or saved; the ban guards the simulation, which does not import this floor"
)]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of panes and pixels are far below the limits of the types they pass through"
)]
#![expect(
    clippy::many_single_char_names,
    clippy::similar_names,
    reason = "x, y, z, u, v, r, g, b are the names of this trade"
)]

pub mod backdrop;
pub mod colour;
mod dice;
mod furniture;
pub mod grain;
mod greens;
pub mod ground;
mod harbour;
mod landmarks;
mod light;
pub mod mesh;
pub mod moving;
pub mod office;
pub mod people;
pub mod plan;
mod planting;
pub mod raster;
mod roofs;
pub mod room;
pub mod scene;
mod sculpt;
mod solids;
mod street;
pub mod terrain;
mod venues;
pub mod view;
mod walking;
mod walls;

pub use greens::Tree;
