//! What the system must have, and what for.

/// One package of the system.
#[derive(Debug)]
pub(crate) struct Package {
    /// Its name on Debian and Ubuntu.
    pub(crate) name: &'static str,
    /// What it is for, for a person on another system.
    pub(crate) purpose: &'static str,
    /// How to know that it is there, whatever the system calls it.
    pub(crate) sign: Sign,
}

/// How a package shows that it is there.
#[derive(Debug)]
pub(crate) enum Sign {
    /// A program in the path.
    Program(&'static str),
    /// A library that `pkg-config` knows.
    Library(&'static str),
    /// A Python module.
    Module(&'static str),
    /// A typeface.
    Typeface(&'static str),
}

/// To compile and open the window.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const TO_BUILD: &[Package] = &[
    Package { name: "build-essential",       purpose: "compilador y enlazador de C (SQLite)",      sign: Sign::Program("cc") },
    Package { name: "pkg-config",            purpose: "pkg-config, para hallar las bibliotecas",   sign: Sign::Program("pkg-config") },
    Package { name: "libwebkit2gtk-4.1-dev", purpose: "WebKitGTK 4.1 con sus archivos de desarrollo (la ventana)", sign: Sign::Library("webkit2gtk-4.1") },
];

/// To pass the tests.
#[rustfmt::skip] // A table is read down its columns.
pub(crate) const TO_TEST: &[Package] = &[
    Package { name: "xvfb",                      purpose: "Xvfb, una pantalla virtual",                       sign: Sign::Program("Xvfb") },
    Package { name: "webkit2gtk-driver",         purpose: "WebKitWebDriver, que maneja la ventana",           sign: Sign::Program("WebKitWebDriver") },
    Package { name: "qpdf",                      purpose: "qpdf, que revisa los PDF",                         sign: Sign::Program("qpdf") },
    Package { name: "poppler-utils",             purpose: "pdftotext y pdffonts, que leen los PDF",           sign: Sign::Program("pdftotext") },
    Package { name: "libreoffice-writer-nogui",  purpose: "LibreOffice Writer, que abre los DOCX",            sign: Sign::Program("soffice") },
    Package { name: "fontconfig",                purpose: "fontconfig",                                       sign: Sign::Program("fc-list") },
    Package { name: "fonts-noto-core",           purpose: "la letra Noto Sans, para ver los DOCX",            sign: Sign::Typeface("Noto Sans") },
    Package { name: "python3",                   purpose: "Python 3, para los validadores",                   sign: Sign::Program("python3") },
    Package { name: "python3-venv",              purpose: "el módulo venv de Python, con pip",                sign: Sign::Module("ensurepip") },
];
