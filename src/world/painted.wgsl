// Vertex colours as they are. Light is painted in beforehand; haze and waves are worked out at the corners.
#import bevy_sprite::mesh2d_functions as functions
#import bevy_sprite::mesh2d_view_bindings::view

struct Mood {
    horizon: vec4<f32>,
    air: vec4<f32>,
    veil: vec4<f32>,
    time: vec4<f32>,
}

@group(2) @binding(0) var<uniform> mood: Mood;
@group(2) @binding(1) var picture: texture_2d<f32>;
@group(2) @binding(2) var picture_sampler: sampler;

struct Corner {
    @builtin(instance_index) instance_index: u32,
    @location(0) position: vec3<f32>,
#ifdef VERTEX_UVS
    @location(2) uv: vec2<f32>,
#endif
#ifdef VERTEX_COLORS
    @location(4) color: vec4<f32>,
#endif
}

struct Seen {
    @builtin(position) position: vec4<f32>,
#ifdef VERTEX_UVS
    @location(0) place: vec3<f32>,
#else
    @location(0) color: vec3<f32>,
#endif
}

@vertex
fn vertex(corner: Corner) -> Seen {
    var seen: Seen;
    let place = functions::get_world_from_local(corner.instance_index);
    var at = functions::mesh2d_position_local_to_world(place, vec4<f32>(corner.position, 1.0));
#ifdef WAVES
    let wave = sin(at.x * 0.21 + at.z * 0.37 + mood.time.x * 0.9) + sin(at.x * 0.13 - at.z * 0.29 - mood.time.x * 0.7);
    at.y += wave * mood.air.w;
#endif
    seen.position = functions::mesh2d_position_world_to_clip(at);
    let away = distance(at.xyz, view.world_position);
    let haze = smoothstep(mood.air.x, mood.air.y, away) * mood.horizon.w;
#ifdef VERTEX_UVS
    seen.place = vec3<f32>(corner.uv, haze);
#else
#ifdef WAVES
    let lit = corner.color.rgb * (mood.air.z * (1.0 + wave * mood.air.w * 0.5));
#else
    let lit = corner.color.rgb * mood.air.z;
#endif
    let hazed = mix(lit, mood.horizon.rgb, haze * corner.color.a);
    seen.color = mix(hazed, mood.veil.rgb, mood.veil.w);
#endif
    return seen;
}

@fragment
fn fragment(seen: Seen) -> @location(0) vec4<f32> {
#ifdef VERTEX_UVS
    let paint = textureSample(picture, picture_sampler, seen.place.xy).rgb;
    let hazed = mix(paint, mood.horizon.rgb, seen.place.z);
    return vec4<f32>(mix(hazed, mood.veil.rgb, mood.veil.w), 1.0);
#else
    return vec4<f32>(seen.color, 1.0);
#endif
}
