package org.passerelle.paper;

import com.ibm.icu.util.ULocale;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Renders an XHTML page as an accessible PDF (PDF/UA-1 and PDF/A-3a), with embedded fonts and
 * nothing from the machine. Safe for concurrent use.
 */
public final class Paper {
  private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  // rendering is CPU-bound: half of the processors stay free for pages
  private static final Semaphore PRESSES =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  static {
    XRLog.setLoggingEnabled(false);
  }

  private Paper() {}

  /**
   * Renders a page; waits if too many are being rendered. Within a transaction it is refused:
   * others would wait for their connection meanwhile.
   *
   * @param language BCP 47 tag, for line breaking
   * @param page XHTML with its language, title and style
   */
  public static byte[] pdf(String language, String page) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          """
          A page is made within a transaction.
          Maybe it can be made before the transaction begins, and looked at again within.""");
    }
    PRESSES.acquireUninterruptibly();
    try {
      return set(language, page);
    } finally {
      PRESSES.release();
    }
  }

  private static byte[] set(String language, String page) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream(400_000)) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePdfUaAccessibility(true);
      builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
      builder.useColorProfile(COLOURS);
      builder.useSVGDrawer(new BatikSVGDrawer());
      builder.useUnicodeLineBreaker(new LineBreaks(ULocale.forLanguageTag(language).toLocale()));
      Fonts.register(builder);
      builder.withHtmlContent(page, null);
      builder.toStream(out);
      builder.run();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A packaged text file. */
  public static String text(String resource) {
    return new String(Fonts.bytes(resource), StandardCharsets.UTF_8);
  }

  /** Escapes lines as one string of a style sheet. */
  public static String styleText(List<String> lines) {
    return lines.stream()
        .map(l -> l.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\3c "))
        .collect(Collectors.joining("\\A ", "\"", "\""));
  }
}
