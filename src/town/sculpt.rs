//! Unpainted work: faces with their own colour, before any light falls on them.

use glam::{Affine3A, Quat, Vec3};

use super::colour::Colour;

/// How a face takes light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finish {
    /// Sun, sky and shade.
    Matte,
    /// Its own colour as given: lamps, far mountains, glints.
    Plain,
    /// Leaves: light comes through, shade is soft.
    Leaf,
}

/// A triangle or a convex quadrilateral, corners counter-clockwise as seen from its front.
#[derive(Clone, Debug)]
pub(crate) struct Face {
    pub(crate) corners: [Vec3; 4],
    pub(crate) normals: [Vec3; 4],
    pub(crate) colours: [Colour; 4],
    /// The fourth corner repeats the third.
    pub(crate) triangle: bool,
    pub(crate) finish: Finish,
    /// A bevel: what can be left out where the picture is small.
    pub(crate) trim: bool,
}

/// A piece of work: any number of faces.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sculpt {
    pub(crate) faces: Vec<Face>,
}

impl Sculpt {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A flat quadrilateral of one colour.
    pub(crate) fn quad(&mut self, corners: [Vec3; 4], colour: Colour) {
        self.quad_shaded(corners, [colour; 4]);
    }

    /// A flat quadrilateral with a colour at each corner.
    pub(crate) fn quad_shaded(&mut self, corners: [Vec3; 4], colours: [Colour; 4]) {
        let [a, b, c, d] = corners;
        let normal = (c - a).cross(d - b).normalize_or(Vec3::Y);
        self.faces.push(Face {
            corners,
            normals: [normal; 4],
            colours,
            triangle: false,
            finish: Finish::Matte,
            trim: false,
        });
    }

    /// A quadrilateral that is part of something round.
    pub(crate) fn quad_round(&mut self, corners: [Vec3; 4], normals: [Vec3; 4], colour: Colour) {
        self.faces.push(Face {
            corners,
            normals,
            colours: [colour; 4],
            triangle: false,
            finish: Finish::Matte,
            trim: false,
        });
    }

    /// A flat triangle of one colour.
    pub(crate) fn triangle(&mut self, corners: [Vec3; 3], colour: Colour) {
        self.triangle_shaded(corners, [colour; 3]);
    }

    /// A flat triangle with a colour at each corner.
    pub(crate) fn triangle_shaded(&mut self, corners: [Vec3; 3], colours: [Colour; 3]) {
        let [a, b, c] = corners;
        let [first, second, third] = colours;
        let normal = (b - a).cross(c - a).normalize_or(Vec3::Y);
        self.faces.push(Face {
            corners: [a, b, c, c],
            normals: [normal; 4],
            colours: [first, second, third, third],
            triangle: true,
            finish: Finish::Matte,
            trim: false,
        });
    }

    /// The same with every face finished so.
    pub(crate) fn finished(mut self, finish: Finish) -> Self {
        for face in &mut self.faces {
            face.finish = finish;
        }
        self
    }

    /// Adds `part`, standing at `at`, turned by `degrees` (counter-clockwise seen from above).
    pub(crate) fn put(&mut self, part: &Sculpt, at: Vec3, degrees: f32) {
        self.put_as(part, Affine3A::from_rotation_translation(Quat::from_rotation_y(degrees.to_radians()), at));
    }

    /// Adds `part` under any placing.
    pub(crate) fn put_as(&mut self, part: &Sculpt, place: Affine3A) {
        let turn = place.matrix3.inverse().transpose();
        self.faces.extend(part.faces.iter().map(|face| Face {
            corners: face.corners.map(|corner| place.transform_point3(corner)),
            normals: face.normals.map(|normal| (turn * normal).normalize_or(Vec3::Y)),
            ..face.clone()
        }));
    }

    /// The same without its bevels: for small pictures, in which they are narrower than a pixel.
    pub(crate) fn plain(&self) -> Sculpt {
        Sculpt { faces: self.faces.iter().filter(|face| !face.trim).cloned().collect() }
    }

    /// The least and greatest corner of everything here.
    pub(crate) fn bounds(&self) -> (Vec3, Vec3) {
        let mut all = self.faces.iter().flat_map(|face| face.corners);
        let Some(first) = all.next() else { return (Vec3::ZERO, Vec3::ZERO) };
        all.fold((first, first), |(low, high), at| (low.min(at), high.max(at)))
    }
}
