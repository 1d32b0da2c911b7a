//! Packets and documents that leave, and packets that come in.

use super::{EditRequest, UnmetView, wire};

wire! {
    /// A packet to assemble.
    pub struct MakePacket {
        /// The case.
        pub id: String,
        /// `covacec`, `technical-committee`, `dof` or `renec`.
        pub destination: String,
        /// The folder it is put in.
        pub dir: String,
    }

    /// A packet that was assembled.
    pub struct PacketView {
        /// The file.
        pub path: String,
        /// Its digest.
        pub digest: String,
        /// Its size in bytes.
        pub size: u32,
        /// What is in it.
        pub files: Vec<String>,
        /// Fixed texts that the app printed because the source lacked them or had others.
        pub supplied: Vec<SuppliedView>,
    }

    /// A fixed text the export supplied.
    pub struct SuppliedView {
        /// Its id in the form.
        pub id: String,
        /// What it says.
        pub text: String,
    }

    /// What the packet of a case still lacks.
    pub struct PacketStanding {
        /// `covacec`, ….
        pub destination: String,
        /// Whether it can be made.
        pub ready: bool,
        /// What is missing.
        pub unmet: Vec<UnmetView>,
        /// The packets made so far.
        pub made: Vec<PacketMade>,
    }

    /// A packet made before.
    pub struct PacketMade {
        /// When, in words.
        pub at: String,
        /// By whom.
        pub by: String,
        /// Its name.
        pub name: String,
        /// Its digest.
        pub digest: String,
    }

    /// A file or folder on disk.
    pub struct AtPath {
        /// Where.
        pub path: String,
    }

    /// Whether a packet is what it says.
    pub struct VerifyView {
        /// The file.
        pub packet: String,
        /// Whether nothing differs.
        pub sound: bool,
        /// What differs.
        pub differences: Vec<DifferenceView>,
    }

    /// One difference in a packet.
    pub struct DifferenceView {
        /// In which file.
        pub file: String,
        /// `digest`, `missing`, `extra`, `chain` or `text`.
        pub kind: String,
        /// What, in Spanish.
        pub says: String,
    }

    /// A packet to take in.
    pub struct TakePacket {
        /// Where.
        pub path: String,
        /// It is only to be seen: nothing is written.
        pub dry: bool,
    }

    /// What came of a document that goes beside the case of a packet.
    pub struct BesideView {
        /// `MAP`, `GROUP` or `INSTRUMENT`.
        pub what: String,
        /// As that of the case; what `DIVERGES` or is `BEHIND` stays as it is here.
        pub outcome: String,
        /// The same, in Spanish.
        pub says: String,
    }

    /// What came of taking a packet in.
    pub struct ImportedPacket {
        /// The case.
        pub id: String,
        /// Its title in the packet.
        pub title: String,
        /// `NEW`, `SAME`, `AHEAD` (the packet carries it further), `BEHIND` (this workspace is
        /// further) or `DIVERGES`: nothing is merged then.
        pub outcome: String,
        /// Up to which act both agree.
        pub common: u32,
        /// This workspace's acts after that.
        pub ours: Vec<super::ActView>,
        /// The packet's acts after that.
        pub theirs: Vec<super::ActView>,
        /// What came of what goes beside the case.
        pub beside: Vec<BesideView>,
        /// It was only looked at: nothing was written.
        pub dry: bool,
    }

    /// A document to write to disk.
    pub struct ExportDocument {
        /// The standard, or the map.
        pub id: String,
        /// `PDF`, `DOCX` or `JSON`; a map also as `SVG`.
        pub kind: String,
        /// The file to write.
        pub path: String,
        /// Whether an existing file may be replaced.
        pub replace: bool,
    }

    /// A document on disk.
    pub struct ExportedView {
        /// The file.
        pub path: String,
        /// Its digest.
        pub digest: String,
        /// Fixed texts that the app printed because the source lacked them or had others.
        pub supplied: Vec<SuppliedView>,
    }

    /// A copy of a file of evidence to write.
    pub struct SaveEvidence {
        /// The standard whose case it proves something of.
        pub id: String,
        /// The file, by its digest.
        pub digest: String,
        /// Where.
        pub path: String,
        /// Whether it replaces a file that is there.
        pub replace: bool,
    }

    /// A file that proves nothing of its requirement, to be withdrawn.
    pub struct WithdrawEvidence {
        /// The case.
        pub id: String,
        /// The requirement it was attached for.
        pub requirement: String,
        /// The file, by its digest; the last that stands when empty.
        pub digest: String,
        /// Why.
        pub reason: String,
    }

    /// Pages of a standard to compose and draw.
    pub struct AskPages {
        /// The standard.
        pub id: String,
        /// The moment of it; its own page when empty.
        pub at: String,
        /// The first page to draw, from 0.
        pub from: u32,
        /// The page after the last to draw.
        pub to: u32,
        /// What is typed and not saved yet: it is on the page all the same.
        pub typed: Vec<EditRequest>,
        /// The marks of the pictures that are there already, page by page; empty for none.
        pub have: Vec<String>,
    }

    /// The official page, as pictures.
    pub struct PagesView {
        /// One for each page there is: what looks the same has the same mark.
        pub marks: Vec<String>,
        /// The pages that were asked for and look other than what is there.
        pub pages: Vec<PictureView>,
        /// Where each part is printed.
        pub places: Vec<SpotView>,
        /// Width of a page, in points.
        pub width: f64,
        /// Height of a page, in points.
        pub height: f64,
        /// Characters no font has, which the page shows as a box.
        pub missing: String,
    }

    /// A page as a picture.
    pub struct PictureView {
        /// Which one, from 0.
        pub page: u32,
        /// The picture.
        pub svg: String,
    }

    /// Where a part is printed.
    pub struct SpotView {
        /// The part; null for a general field.
        pub part: Option<String>,
        /// Which text of it.
        pub field: Option<String>,
        /// The list that stands here, where it is a list.
        pub list: Option<String>,
        /// The page, from 0.
        pub page: u32,
        /// From the top of the page, in points.
        pub y: f64,
        /// How high it is, in points.
        pub height: f64,
    }

    /// What the workspace's seals say.
    pub struct LogView {
        /// Whether nothing was changed.
        pub sound: bool,
        /// How many acts were checked.
        pub acts: u32,
        /// What does not fit.
        pub differences: Vec<DifferenceView>,
    }
}
