//! Who has a term: a bitmap where many do, a list where few do.

use super::narrow;

/// A term of more than one in so many people is kept as a bitmap, which then takes at most as much room as eight
/// lists would, and is read several times faster.
const ONE_IN: usize = 256;
/// A bitmap is not worth it below.
const FEW: usize = 64;

/// The people who have each term of one field.
#[derive(Debug, Default)]
pub(super) struct Postings {
    places: Vec<Place>,
    lists: Vec<u32>,
    bitmaps: Vec<u64>,
    /// Words in a bitmap.
    stride: usize,
    dense_from: usize,
}

/// Where the people of a term are: by `len` either a list or the bitmap of this number.
#[derive(Clone, Copy, Debug)]
struct Place {
    at: u32,
    len: u32,
}

/// The people who have one term.
#[derive(Clone, Copy, Debug)]
pub(super) enum People<'a> {
    /// One bit a position.
    Bitmap(&'a [u64]),
    /// Ascending positions.
    List(&'a [u32]),
}

impl Postings {
    /// Makes room.
    ///
    /// * `people`, how many there are in all.
    /// * `frequencies`, how many people have each term.
    pub(super) fn with_room(people: usize, frequencies: &[u32]) -> Self {
        let dense_from = FEW.max(people / ONE_IN);
        let stride = people.div_ceil(64);
        let (mut listed, mut bitmaps) = (0, 0);
        let places = frequencies.iter().map(|&len| {
            let next = if len as usize >= dense_from { &mut bitmaps } else { &mut listed };
            let at = narrow(*next);
            *next += if len as usize >= dense_from { 1 } else { len as usize };
            Place { at, len }
        });
        let places = places.collect();
        Self { places, lists: vec![0; listed], bitmaps: vec![0; bitmaps * stride], stride, dense_from }
    }

    /// Notes who has which terms; everybody in ascending order, once.
    ///
    /// * `everybody`, the terms of each position.
    pub(super) fn fill<'a>(&mut self, everybody: impl Iterator<Item = &'a [u32]>) {
        for (position, terms) in everybody.enumerate() {
            for &term in terms {
                let place = &mut self.places[term as usize];
                if place.len as usize >= self.dense_from {
                    self.bitmaps[place.at as usize * self.stride + position / 64] |= 1 << (position % 64);
                } else {
                    // The place moves along its list, and back below.
                    self.lists[place.at as usize] = narrow(position);
                    place.at += 1;
                }
            }
        }
        for place in self.places.iter_mut().filter(|place| (place.len as usize) < self.dense_from) {
            place.at -= place.len;
        }
    }

    /// The people who have a term.
    pub(super) fn of(&self, term: u32) -> People<'_> {
        let Some(place) = self.places.get(term as usize) else { return People::List(&[]) };
        let (at, len) = (place.at as usize, place.len as usize);
        if len >= self.dense_from {
            People::Bitmap(&self.bitmaps[at * self.stride..][..self.stride])
        } else {
            People::List(&self.lists[at..at + len])
        }
    }

    /// Bytes on the heap.
    pub(super) fn bytes(&self) -> usize {
        self.places.capacity() * size_of::<Place>()
            + self.lists.capacity() * size_of::<u32>()
            + self.bitmaps.capacity() * size_of::<u64>()
    }
}
