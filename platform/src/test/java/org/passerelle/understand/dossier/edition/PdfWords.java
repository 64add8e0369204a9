package org.passerelle.understand.dossier.edition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Every word of a file on paper, seen or unseen. */
public final class PdfWords {
  private PdfWords() {}

  public static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Every string of every object: metadata, alternative texts, bookmarks, structure. */
  public static String strings(byte[] pdf) throws IOException {
    StringBuilder all = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      document
          .getDocument()
          .getXrefTable()
          .keySet()
          .forEach(key -> collect(document.getDocument().getObjectFromPool(key), all));
      all.append(document.getDocumentInformation().getCOSObject());
      if (document.getDocumentCatalog().getMetadata() != null) {
        all.append(
            new String(
                document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  private static void collect(COSBase object, StringBuilder all) {
    if (object instanceof COSString string) {
      all.append(string.getString()).append('\n');
    } else if (object instanceof COSObject reference && reference.getObject() != null) {
      COSBase target = reference.getObject();
      if (target instanceof COSDictionary dictionary) {
        dictionary.getValues().forEach(value -> plain(value, all));
      } else if (target instanceof COSArray array) {
        array.forEach(value -> plain(value, all));
      } else {
        plain(target, all);
      }
    }
  }

  private static void plain(COSBase value, StringBuilder all) {
    if (value instanceof COSString string) {
      all.append(string.getString()).append('\n');
    } else if (value instanceof COSDictionary dictionary) {
      dictionary.getValues().forEach(inner -> plain(inner, all));
    } else if (value instanceof COSArray array) {
      array.forEach(inner -> plain(inner, all));
    }
  }
}
