//! «30 minutos en gabinete y 1 hora en campo, totalizando 1 hora con 30 minutos», as minutes, and
//! minutes in words.

use super::Duration;
use crate::text::fold;

/// What a stretch of time is said to be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Desk,
    Field,
    Total,
}

/// One word of the sentence, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(f64),
    Hours,
    Minutes,
    Days,
    Half,
    Quarter,
    /// Three of them, from a single sign.
    Quarters,
    For(Purpose),
    /// «a», between the ends of a range.
    Range,
    /// A joiner inside one time: «y», «con».
    Joins,
    Stop,
}

/// Reads the sentence; what it does not say stays empty.
pub fn read(printed: &str) -> Duration {
    let tokens = tokens(printed);
    let times = times(&tokens);
    let mut out = Duration {
        printed: printed.to_owned(),
        ..Duration::default()
    };
    let purposes: Vec<(usize, Purpose)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| match token {
            Token::For(purpose) => Some((at, *purpose)),
            _ => None,
        })
        .collect();
    for (start, end, minutes) in &times {
        let purpose = purpose_of(&tokens, &purposes, *start, *end);
        let slot = match purpose {
            Some(Purpose::Desk) => &mut out.desk_minutes,
            Some(Purpose::Field) => &mut out.field_minutes,
            Some(Purpose::Total) => &mut out.printed_total_minutes,
            // A range alone states no total.
            None if times.len() == 1 && !tokens[*start..*end].contains(&Token::Range) => {
                &mut out.printed_total_minutes
            }
            None => continue,
        };
        if slot.is_none() {
            *slot = Some(*minutes);
        }
    }
    out
}

/// Which purpose a time has: «totalizando» stands before its time, «en campo» after it, and
/// «Campo: 2 horas» before it.
fn purpose_of(
    tokens: &[Token],
    purposes: &[(usize, Purpose)],
    start: usize,
    end: usize,
) -> Option<Purpose> {
    let is_time = |at: usize| {
        matches!(
            tokens.get(at),
            Some(Token::Hours | Token::Minutes | Token::Number(_))
        )
    };
    let before = purposes.iter().rev().find(|(at, _)| *at < start);
    let after = purposes.iter().find(|(at, _)| *at >= end);
    let near = |at: usize, from: usize, to: usize| at >= from && !(from..to).any(is_time);
    let before_near = before.filter(|(at, _)| near(start, *at, start));
    let after_near = after.filter(|(at, _)| near(*at, end, *at));
    let leads = purposes
        .first()
        .is_some_and(|(at, purpose)| *purpose != Purpose::Total && !(0..*at).any(is_time));
    match (before_near, after_near) {
        (Some((_, Purpose::Total)), _) => Some(Purpose::Total),
        (Some((_, purpose)), _) if leads => Some(*purpose),
        (_, Some((_, purpose))) => Some(*purpose),
        (Some((_, purpose)), None) => Some(*purpose),
        (None, None) => None,
    }
}

/// Each stretch of time: from which token, to which, and its minutes. Of a range the upper end counts.
fn times(tokens: &[Token]) -> Vec<(usize, usize, u32)> {
    let mut out: Vec<(usize, usize, u32)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((mut minutes, mut end, hours)) = one_time(tokens, at) else {
            at += 1;
            continue;
        };
        if hours {
            // «1 hora y media», «1 hora con 30 minutos».
            let next = if tokens.get(end) == Some(&Token::Joins) {
                end + 1
            } else {
                end
            };
            match tokens.get(next) {
                Some(Token::Half) => (minutes, end) = (minutes + 30.0, next + 1),
                Some(Token::Quarter) => (minutes, end) = (minutes + 15.0, next + 1),
                Some(Token::Quarters) => (minutes, end) = (minutes + 45.0, next + 1),
                _ => {
                    if let Some((more, close, false)) = one_time(tokens, next) {
                        (minutes, end) = (minutes + more, close);
                    }
                }
            }
        }
        let whole = minutes.round().clamp(0.0, 100_000.0);
        let minutes = format!("{whole:.0}").parse().unwrap_or(0);
        let ranged = out
            .last()
            .is_some_and(|last| tokens[last.1..at].contains(&Token::Range) && at - last.1 <= 2);
        match out.last_mut() {
            Some(last) if ranged => (last.1, last.2) = (end, minutes),
            _ => out.push((at, end, minutes)),
        }
        at = end;
    }
    out
}

/// «2 horas», «media hora», «de 2 a 3 horas» from its first number: minutes, the end, whether hours.
fn one_time(tokens: &[Token], at: usize) -> Option<(f64, usize, bool)> {
    let unit = |at: usize| match tokens.get(at) {
        Some(Token::Hours) => Some((60.0, true)),
        Some(Token::Minutes) => Some((1.0, false)),
        Some(Token::Days) => Some((480.0, true)),
        _ => None,
    };
    match tokens.get(at)? {
        Token::Half => unit(at + 1).map(|(scale, _)| (scale / 2.0, at + 2, false)),
        Token::Quarters => unit(at + 1).map(|(scale, _)| (scale * 0.75, at + 2, false)),
        Token::Quarter => unit(at + 1).map(|(scale, _)| (scale / 4.0, at + 2, false)),
        // «Hora y media»: one, unsaid; what is joined to it is added after.
        Token::Hours => {
            let part = matches!(tokens.get(at + 2), Some(Token::Half | Token::Quarter));
            let alone = part && unit(at + 3).is_none();
            (alone && tokens.get(at + 1) == Some(&Token::Joins)).then_some((60.0, at + 1, true))
        }
        Token::Number(first) => {
            if let Some((scale, hours)) = unit(at + 1) {
                return Some((first * scale, at + 2, hours));
            }
            // «1 y media horas»; «tres cuartos de hora».
            let part = match (tokens.get(at + 1), tokens.get(at + 2)) {
                (Some(Token::Joins), Some(Token::Half)) => Some((first + 0.5, at + 3)),
                (Some(Token::Joins), Some(Token::Quarter)) => Some((first + 0.25, at + 3)),
                (Some(Token::Joins), Some(Token::Quarters)) => Some((first + 0.75, at + 3)),
                (Some(Token::Quarter), _) => Some((first * 0.25, at + 2)),
                _ => None,
            };
            if let Some((count, at)) = part {
                let (scale, _) = unit(at)?;
                return Some((count * scale, at + 1, false));
            }
            match (tokens.get(at + 1), tokens.get(at + 2)) {
                (Some(Token::Range | Token::Joins), Some(Token::Number(last))) => {
                    let (scale, hours) = unit(at + 3)?;
                    Some((last * scale, at + 4, hours))
                }
                (Some(Token::Number(same)), _) if same == first => {
                    let (scale, hours) = unit(at + 2)?; // «dos (2) horas».
                    Some((same * scale, at + 3, hours))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

#[rustfmt::skip] // A table is read down its columns.
const NUMBERS: &[(&str, f64)] = &[
    ("un", 1.0), ("una", 1.0), ("uno", 1.0), ("dos", 2.0), ("tres", 3.0), ("cuatro", 4.0), ("cinco", 5.0),
    ("seis", 6.0), ("siete", 7.0), ("ocho", 8.0), ("nueve", 9.0), ("diez", 10.0), ("once", 11.0), ("doce", 12.0),
    ("quince", 15.0), ("dieciseis", 16.0), ("veinte", 20.0), ("veinticinco", 25.0), ("treinta", 30.0),
    ("cuarenta", 40.0), ("cincuenta", 50.0), ("sesenta", 60.0), ("setenta", 70.0), ("ochenta", 80.0),
    ("noventa", 90.0), ("cien", 100.0),
];

fn tokens(printed: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let spaced = spaced(&fractions(printed));
    for word in spaced.split_whitespace() {
        let token = if let Some((hours, minutes)) = clock(word) {
            out.extend([
                Token::Number(hours),
                Token::Hours,
                Token::Number(minutes),
                Token::Minutes,
            ]);
            continue;
        } else if let Ok(number) = word.replace(',', ".").parse::<f64>() {
            Token::Number(number)
        } else {
            let folded = fold(word);
            match folded.as_str() {
                // «1:30 horas» has said its unit already.
                "hora" | "horas" | "hr" | "hrs" | "h" | "hs"
                    if out.last() == Some(&Token::Minutes) =>
                {
                    continue;
                }
                "hora" | "horas" | "hr" | "hrs" | "h" | "hs" => Token::Hours,
                "minuto" | "minutos" | "min" | "mins" | "m" => Token::Minutes,
                "dia" | "dias" => Token::Days,
                "media" | "medio" => Token::Half,
                "cuarto" | "cuartos" => Token::Quarter,
                "trescuartos" => Token::Quarters,
                "gabinete" | "escritorio" => Token::For(Purpose::Desk),
                "campo" => Token::For(Purpose::Field),
                "a" | "hasta" => Token::Range,
                "y" | "con" => Token::Joins,
                total if total.starts_with("total") || total.starts_with("sumando") => {
                    Token::For(Purpose::Total)
                }
                number => match NUMBERS.iter().find(|(name, _)| *name == number) {
                    // «treinta y cinco» is one number.
                    Some((_, value)) => match (
                        out.len(),
                        out.last(),
                        out.len().checked_sub(2).and_then(|at| out.get(at)),
                    ) {
                        (_, Some(Token::Joins), Some(Token::Number(tens)))
                            if *tens >= 30.0 && *value < 10.0 =>
                        {
                            let sum = tens + value;
                            out.truncate(out.len() - 2);
                            Token::Number(sum)
                        }
                        _ => Token::Number(*value),
                    },
                    None if word == "." => Token::Stop,
                    None => continue,
                },
            }
        };
        out.push(token);
    }
    out
}

/// A fraction in words: «1 ½ horas» is «1 y media horas». A «y» before it says its own joiner.
fn fractions(text: &str) -> String {
    let mut out = text.replace('⁄', "/");
    for (figures, sign, word) in [
        ("1/2", '½', "media"),
        ("1/4", '¼', "cuarto"),
        ("3/4", '¾', "trescuartos"),
    ] {
        out = out.replace(figures, &sign.to_string());
        while let Some(at) = out.find(sign) {
            let before = out[..at].trim_end();
            let stands_alone = before.ends_with(" y") || !before.ends_with(char::is_alphanumeric);
            let said = if stands_alone { "" } else { " y" };
            out.replace_range(at..at + sign.len_utf8(), &format!("{said} {word} "));
        }
    }
    out
}

/// Numbers set apart from the letters that stick to them, and points from words.
fn spaced(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        if matches!(c, '.' | ',' | ':') && !(digit(before) && digit(after)) {
            out.push_str(if c == '.' { " . " } else { " " });
            continue;
        }
        if matches!(c, '-' | '–') && digit(before) {
            out.push_str(" a ");
            continue;
        }
        let turns = before.is_some_and(|b| {
            b.is_ascii_digit() != c.is_ascii_digit() && (b.is_alphabetic() || c.is_alphabetic())
        });
        if turns || matches!(c, '/' | '(' | ')') {
            out.push(' ');
        }
        if !matches!(c, '/' | '(' | ')') {
            out.push(c);
        }
    }
    out
}

/// «1:30».
fn clock(word: &str) -> Option<(f64, f64)> {
    let (hours, minutes) = word.split_once(':')?;
    let (hours, minutes) = (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
    (hours < 100 && minutes < 60).then(|| (f64::from(hours), f64::from(minutes)))
}

/// Minutes as the form says them: «2 horas con 40 minutos».
pub fn in_words(minutes: u32) -> String {
    let named = |n: u32, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) => named(rest, "minuto", "minutos"),
        (hours, 0) => named(hours, "hora", "horas"),
        (hours, rest) => format!(
            "{} con {}",
            named(hours, "hora", "horas"),
            named(rest, "minuto", "minutos")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(printed: &str) -> [Option<u32>; 3] {
        let read = read(printed);
        [
            read.desk_minutes,
            read.field_minutes,
            read.printed_total_minutes,
        ]
    }

    #[test]
    fn the_sentence_is_read_in_every_wording_seen() {
        #[rustfmt::skip] // A table is read down its columns.
        let table: &[(&str, [Option<u32>; 3])] = &[
            ("30 minutos en gabinete y 1 hora en campo, totalizando 1 hora con 30 minutos.", [Some(30), Some(60), Some(90)]),
            ("4 horas en gabinete y 2 horas en campo, totalizando 6 horas",                  [Some(240), Some(120), Some(360)]),
            ("1 hora y media en gabinete y 2 horas en campo, totalizando 3 horas y media.",  [Some(90), Some(120), Some(210)]),
            ("Dos horas en campo y treinta y cinco minutos en gabinete, totalizando dos horas con treinta y cinco minutos.", [Some(35), Some(120), Some(155)]),
            ("1 hora 10 minutos en gabinete y 30 minutos en campo, totalizando 1 hora 40 minutos", [Some(70), Some(30), Some(100)]),
            ("Campo: 3 horas. Gabinete: 30 minutos. Total: 3 horas con 30 minutos",          [Some(30), Some(180), Some(210)]),
            ("2 horas en campo 1 hora en gabinete totalizando 3 horas",                      [Some(60), Some(120), Some(180)]),
            ("De 2 a 3 horas",                                                               [None, None, None]),
            ("3 horas",                                                                      [None, None, Some(180)]),
            ("8 horas en gabinete, totalizando 8 horas.",                                    [Some(480), None, Some(480)]),
            ("media hora en gabinete y 1.5 horas en campo, totalizando 2 horas",             [Some(30), Some(90), Some(120)]),
            ("1:30 horas en campo",                                                          [None, Some(90), None]),
            ("Dos (2) horas en gabinete y una (1) hora en campo, totalizando tres (3) horas", [Some(120), Some(60), Some(180)]),
            ("1 ½ horas en gabinete y ½ hora en campo, totalizando 2 horas",                 [Some(90), Some(30), Some(120)]),
            ("1½ horas en gabinete y 2 y ½ horas en campo, totalizando 4 horas",             [Some(90), Some(150), Some(240)]),
            ("½ hora en gabinete y 1 hora ½ en campo, totalizando 2 horas",                  [Some(30), Some(90), Some(120)]),
            ("1/2 hora en gabinete y 2 1/2 horas en campo, totalizando 3 horas",             [Some(30), Some(150), Some(180)]),
            ("En gabinete ½ hora y en campo 1 ½ horas, total 2 horas",                       [Some(30), Some(90), Some(120)]),
            ("Hora y media en gabinete y hora y cuarto en campo, totalizando 2 horas con 45 minutos", [Some(90), Some(75), Some(165)]),
            ("¼ hora en gabinete y tres cuartos de hora en campo, totalizando una hora",     [Some(15), Some(45), Some(60)]),
            ("1 hora y ½ en gabinete y un cuarto de hora en campo, totalizando 1 ¾ horas",   [Some(90), Some(15), Some(105)]),
            ("1 hora y 10 minutos en gabinete y 30 minutos en campo, totalizando 1 hora 40 min.", [Some(70), Some(30), Some(100)]),
            ("1.5 horas en gabinete y 2 horas y media en campo, total 4 horas",              [Some(90), Some(150), Some(240)]),
            ("Hora y media en gabinete y 1 y media horas en campo, totalizando 3 horas",     [Some(90), Some(90), Some(180)]),
            ("1 ¾ horas en gabinete y tres cuartos de hora en campo, total 2 horas y media", [Some(105), Some(45), Some(150)]),
            ("Un cuarto de hora en gabinete y hora y cuarto en campo, total 1 1/2 horas",    [Some(15), Some(75), Some(90)]),
            ("2 horas en campo y 1hora en gabinete, totalizando 3hrs.",                      [Some(60), Some(120), Some(180)]),
            ("1hr en gabinete y 45min en campo, totalizando 1hr 45min",                      [Some(60), Some(45), Some(105)]),
            ("1 HORA EN GABINETE Y 2 HORAS EN CAMPO, TOTALIZANDO 3 HORAS",                   [Some(60), Some(120), Some(180)]),
            ("La que se acuerde",                                                            [None, None, None]),
        ];
        for (printed, expected) in table {
            assert_eq!(minutes(printed), *expected, "{printed}");
        }
    }

    #[test]
    fn a_time_is_said_as_the_form_says_it() {
        assert_eq!(in_words(160), "2 horas con 40 minutos");
        assert_eq!(in_words(60), "1 hora");
        assert_eq!(in_words(61), "1 hora con 1 minuto");
        assert_eq!(in_words(1), "1 minuto");
    }
}
