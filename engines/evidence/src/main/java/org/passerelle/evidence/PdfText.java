package org.passerelle.evidence;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.passerelle.evidence.internal.SealedScratch;

/** The text of a PDF, for whoever must find a word in it. */
public final class PdfText {
  private PdfText() {}

  /**
   * Reads the text page by page, as programs that copy text would, then title, author, subject and
   * keywords. What stands in pictures is not read. Nothing of it is written readably to a disk.
   *
   * @param source a PDF (ISO 32000)
   * @throws IOException if it cannot be read as one
   */
  public static void read(Content source, Consumer<String> page) throws IOException {
    try (SealedScratch scratch = new SealedScratch(SealedScratch.TEMPORARY);
        RandomAccessRead bytes = SealedScratch.bytes(source, scratch)) {
      read(bytes, scratch, page);
    }
  }

  private static void read(RandomAccessRead bytes, SealedScratch scratch, Consumer<String> page)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes, () -> scratch)) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int number = 1; number <= document.getNumberOfPages(); number++) {
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        page.accept(stripper.getText(document));
      }
      PDDocumentInformation about = document.getDocumentInformation();
      page.accept(
          String.join(
              " ",
              String.valueOf(about.getTitle()),
              String.valueOf(about.getAuthor()),
              String.valueOf(about.getSubject()),
              String.valueOf(about.getKeywords())));
    } catch (IllegalArgumentException | IllegalStateException | StackOverflowError e) {
      // a hostile file may try to crash its reader
      throw new IOException("The text of a PDF cannot be read. Maybe it is damaged.", e);
    }
  }
}
