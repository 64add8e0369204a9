package org.passerelle.evidence.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.PdfProblem;

/**
 * Rejects PDFs that a court could not read or that contain programs: encrypted ones, and those with
 * active content.
 */
public final class PdfRefusals {
  private static final COSName SCRIPT = COSName.getPDFName("JavaScript");
  private static final COSName SCRIPT_TEXT = COSName.getPDFName("JS");
  private static final COSName LAUNCH = COSName.getPDFName("Launch");
  private static final COSName FORM = COSName.getPDFName("XFA");

  /** Rich media: annotation, content, settings and the action that runs it (ISO 32000-2, 13.7). */
  private static final String MEDIA = "RichMedia";

  private static final int DEEPEST = 200;

  private PdfRefusals() {}

  static boolean concerns(Exhibit exhibit) {
    return exhibit.mediaType().equals("application/pdf")
        || exhibit.fileName().toLowerCase(Locale.ROOT).endsWith(".pdf");
  }

  /** Why an exhibit is unsuitable, or empty. */
  static Optional<String> of(Exhibit exhibit) throws IOException {
    return found(exhibit.content()).map(Found::why);
  }

  /** What is wrong with a PDF, or empty. */
  public static Optional<PdfProblem> problem(Content content) throws IOException {
    return found(content).map(Found::problem);
  }

  private record Found(PdfProblem problem, String why) {}

  private static Optional<Found> found(Content content) throws IOException {
    try (SealedScratch scratch = new SealedScratch(SealedScratch.TEMPORARY);
        RandomAccessRead bytes = SealedScratch.bytes(content, scratch)) {
      return found(bytes, scratch);
    }
  }

  private static Optional<Found> found(RandomAccessRead bytes, SealedScratch scratch) {
    try (PDDocument document = Loader.loadPDF(bytes, () -> scratch)) {
      if (document.isEncrypted()) {
        return Optional.of(
            new Found(
                PdfProblem.ENCRYPTED,
                "it is encrypted. Maybe save it without a password and restrictions."));
      }
      return acts(document.getDocument())
          ? Optional.of(
              new Found(
                  PdfProblem.ACTIVE,
                  "it contains JavaScript, active forms (XFA) or active media, or starts programs. Maybe print it to a new PDF."))
          : Optional.empty();
    } catch (InvalidPasswordException e) {
      return Optional.of(
          new Found(PdfProblem.ENCRYPTED, "it is encrypted. Maybe save it without a password."));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return Optional.of(
          new Found(
              PdfProblem.UNREADABLE,
              "it is not a readable PDF (%s). Maybe give it the media type application/octet-stream and a name that does not end with .pdf."
                  .formatted(e.getMessage())));
    }
  }

  /** Examines every object, reachable or not. */
  private static boolean acts(COSDocument document) {
    Set<COSObjectKey> keys = document.getXrefTable().keySet();
    for (COSObjectKey key : keys.toArray(COSObjectKey[]::new)) {
      if (acts(document.getObjectFromPool(key).getObject(), DEEPEST)) {
        return true;
      }
    }
    return acts(document.getTrailer(), DEEPEST);
  }

  private static boolean acts(@Nullable COSBase value, int deep) {
    if (deep == 0) {
      return true;
    }
    if (value instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (acts(array.get(i), deep - 1)) {
          return true;
        }
      }
    } else if (value instanceof COSDictionary dictionary) {
      COSBase kind = dictionary.getDictionaryObject(COSName.S);
      if (SCRIPT.equals(kind)
          || LAUNCH.equals(kind)
          || dictionary.containsKey(SCRIPT_TEXT)
          || dictionary.containsKey(SCRIPT)
          || dictionary.containsKey(FORM)) {
        return true;
      }
      for (Map.Entry<COSName, COSBase> part : dictionary.entrySet()) {
        if (part.getKey().getName().startsWith(MEDIA)
            || (!(part.getValue() instanceof COSObject) && acts(part.getValue(), deep - 1))) {
          return true;
        }
      }
    } else if (value instanceof COSName name) {
      return name.getName().startsWith(MEDIA);
    }
    return false;
  }
}
