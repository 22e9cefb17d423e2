//! What the fronts get: triangles with a colour at each corner.

/// A painted mesh. Three indices a triangle; either side may be seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    /// Corner positions in metres: x east, y up, z south.
    pub positions: Vec<[f32; 3]>,
    /// Linear RGBA, one a position.
    pub colors: Vec<[f32; 4]>,
    /// Triangles, three indices into `positions` each.
    pub indices: Vec<u32>,
}

impl Mesh {
    /// How many triangles there are.
    pub fn triangles(&self) -> usize {
        self.indices.len() / 3
    }

    /// Adds the triangles of another mesh.
    pub fn append(&mut self, other: &Mesh) {
        let base = self.positions.len() as u32;
        self.positions.extend_from_slice(&other.positions);
        self.colors.extend_from_slice(&other.colors);
        self.indices.extend(other.indices.iter().map(|index| base + index));
    }

    /// The smallest box around all positions: (least corner, greatest corner), or zeros for an empty mesh.
    pub fn bounds(&self) -> ([f32; 3], [f32; 3]) {
        let mut all = self.positions.iter().copied().map(glam::Vec3::from);
        let Some(first) = all.next() else { return ([0.0; 3], [0.0; 3]) };
        let (low, high) = all.fold((first, first), |(low, high), at| (low.min(at), high.max(at)));
        (low.to_array(), high.to_array())
    }
}
