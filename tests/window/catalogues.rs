//! The official lists in the window: brought in, picked from, compared with, by keyboard. The names
//! are invented.

use fantoccini::key::Key;

use crate::axe;
use crate::keyboard::walk_to;
use crate::rooms::dress;
use crate::stage::journey;

const RENEC: &str = "Código,Nivel,Título,Comité,Sector Productivo
EC0901,2,Mantenimiento preventivo de bicicletas de reparto,de la Movilidad,TALLERES
EC0902,3,Armado de ruedas de bicicleta,de la Movilidad,TALLERES
EC0903,3,Elaboración de pan de masa madre,de los Panaderos,TALLERES
";

const SCIAN: &str = "code,level,name,parent
31-33,sector,Talleres y fábricas,
336,subsector,Fabricación de vehículos,31-33
3369,rama,Fabricación de otros vehículos,336
33699,subrama,Fabricación de otros vehículos,3369
336990,clase,Fabricación de bicicletas,33699
";

#[test]
fn lists_are_brought_in_and_used_while_one_writes_without_a_pointer() {
    journey("catalogos", |stage, page| async move {
        let wrong = RENEC
            .replace("EC0902", "EC0901")
            .replace("EC0903,3", "EC0903,8");
        stage.pick(&stage.file("mala.csv", wrong.as_bytes()));
        stage.pick(&stage.file("renec.csv", RENEC.as_bytes()));
        stage.pick(&stage.file("scian.csv", SCIAN.as_bytes()));
        page.says("Este espacio de trabajo está vacío").await;
        page.key(Key::Escape).await;
        page.type_text("gk").await;
        page.says("No se ha importado.").await;
        page.says("Niveles del Sistema Nacional de Competencias")
            .await;
        axe::nothing(&page, "Catálogos").await;

        // A list with mistakes says where they are, and offers nothing but to look again.
        walk_to(&page, "Importar RENEC…").await;
        page.key(Key::Enter).await;
        page.says("Renglón 3").await;
        page.says("ya estaba en el renglón 2").await;
        page.says("Renglón 4").await;
        axe::nothing(&page, "Una lista con errores").await;
        page.picture("catalogos-1-errores-claro").await;
        page.key(Key::Escape).await;
        page.says_no_more("Renglón 3").await;

        walk_to(&page, "Importar RENEC…").await;
        page.key(Key::Enter).await;
        page.says("3 registros que se pueden importar").await;
        walk_to(&page, "Importar RENEC del").await;
        page.key(Key::Enter).await;
        page.says("Se importó RENEC del").await;
        page.picture("catalogos-2-importado").await;
        page.key(Key::Escape).await;

        walk_to(&page, "Importar SCIAN…").await;
        page.key(Key::Enter).await;
        page.says("diga cuál").await;
        page.type_text("2041").await;
        page.key(Key::Enter).await;
        page.says("5 registros que se pueden importar").await;
        walk_to(&page, "Importar SCIAN México 2041").await;
        page.key(Key::Enter).await;
        page.says("Se importó SCIAN México 2041").await;
        page.key(Key::Escape).await;
        page.says("en uso").await;
        page.picture("catalogos-3-sala").await;

        // While a title is written, what is like it is shown.
        page.key(Key::Escape).await;
        page.type_text("n").await;
        page.named("dialog", "Nuevo estándar").await;
        page.type_text("Mantener preventivamente bicicletas").await;
        page.says("Ya existe algo parecido").await;
        page.says("EC0901").await;
        axe::nothing(&page, "Nuevo estándar, parecidos").await;
        page.picture("catalogos-4-parecido").await;
        page.key(Key::Enter).await;
        page.named("tab", "Estándar").await;
        page.settled().await;

        // A class is looked for by words, and fills the levels above it.
        walk_to(&page, "Buscar en el SCIAN").await;
        page.type_text("fabricacion bici").await;
        page.says("336990 Fabricación de bicicletas").await;
        page.key(Key::Down).await;
        axe::nothing(&page, "Claves que se ofrecen").await;
        page.picture("catalogos-5-claves-claro").await;
        page.key(Key::Enter).await;
        page.says("Talleres y fábricas").await;
        page.field_saying("31-33").await;
        page.field_saying("33699").await;
        page.settled().await;
        page.picture("catalogos-6-clasificado").await;

        // The whole choice is taken back at once.
        page.key(Key::Escape).await;
        page.chord(&[Key::Control], 'z').await;
        page.says_no_more("Talleres y fábricas").await;

        dress(&page, "Oscuro").await;
        page.type_text("gk").await;
        page.says("SCIAN México 2041").await;
        axe::nothing(&page, "Catálogos, oscuro").await;
        page.picture("catalogos-7-sala-oscuro").await;
    });
}
