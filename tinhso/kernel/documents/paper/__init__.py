"""An official document by the form of NĐ 30/2020/NĐ-CP: as data, as .docx, as .pdf. Plain Python, no database."""
