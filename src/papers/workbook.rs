//! Tables as a workbook (XLSX): a sheet each. Texts are written as texts, so none is a formula.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::firm::export::{Cell, Table};

/// How amounts are shown.
const AMOUNT: &str = "#,##0.00";
/// A sheet's name has at most so many letters, and none of these.
const NAME_MAX: usize = 31;
const NAME_NOT: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Cells take no longer text, in letters.
const TEXT_MAX: usize = 32_767;

/// The workbook in bytes; nothing where the tables have more rows than a sheet takes. The same tables give the same bytes.
pub fn workbook(tables: &[Table]) -> Option<Vec<u8>> {
    write(tables).ok()
}

fn write(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed day, so that the file tells what is in it and not when it was saved.
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(name(&table.name))?;
        fill(sheet, table)?;
    }
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let (bold, amount) = (Format::new().set_bold(), Format::new().set_num_format(AMOUNT));
    for (column, title) in (0_u16..).zip(&table.head) {
        sheet.write_string_with_format(0, column, title, &bold)?;
    }
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            put(sheet, (row, column), cell, &amount)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    Ok(())
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, amount: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, text.chars().take(TEXT_MAX).collect::<String>())?;
        }
        // A sheet keeps numbers as floats; the core's own text of an amount is what is read as one.
        Cell::Money(_) | Cell::Points(_) => match cell.plain().parse::<f64>() {
            Ok(number) => {
                sheet.write_number_with_format(row, column, number, amount)?;
            }
            Err(_) => {
                sheet.write_string(row, column, cell.plain())?;
            }
        },
        Cell::Number(_) => match cell.plain().parse::<f64>() {
            Ok(number) => {
                sheet.write_number(row, column, number)?;
            }
            Err(_) => {
                sheet.write_string(row, column, cell.plain())?;
            }
        },
    }
    Ok(())
}

fn name(table: &str) -> String {
    table.chars().filter(|letter| !NAME_NOT.contains(letter)).take(NAME_MAX).collect()
}
