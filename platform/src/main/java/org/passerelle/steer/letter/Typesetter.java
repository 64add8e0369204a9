package org.passerelle.steer.letter;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Sets an edition: as a page that is whole by itself, and as an accessible PDF (PDF/UA-1 and
 * PDF/A-3a). Needs neither the house nor any font of the machine. Threads may share it.
 */
public final class Typesetter {
  static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Typesetter.class.getClassLoader(),
          "org.passerelle.pages.templates");

  static {
    ENGINE.setTrimControlStructures(true);
    XRLog.setLoggingEnabled(false);
  }

  private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private static final String PRINT = text("/steer/letter/print.css");
  private static final String SCREEN = text("/static/letter.css");

  private Typesetter() {}

  /** The issue as it stands within a page of the house. */
  public static String article(Edition edition) {
    return render("steer/letter/article.jte", Map.of("edition", edition));
  }

  /** The issue as a page that needs no other file. */
  public static String page(Edition edition) {
    String article = article(edition);
    return render(
        "steer/letter/standalone.jte",
        Map.of(
            "edition",
            edition,
            "style",
            (Content) output -> output.writeContent(SCREEN),
            "article",
            (Content) output -> output.writeContent("<!--letter-->" + article + "<!--/letter-->")));
  }

  /** The part of a {@linkplain #page page} that stands within a page of the house. */
  public static String articleOf(String page) {
    int from = page.indexOf("<!--letter-->");
    int to = page.lastIndexOf("<!--/letter-->");
    return from < 0 || to < from ? "" : page.substring(from + "<!--letter-->".length(), to);
  }

  /** The issue on A4. */
  public static byte[] pdf(Edition edition) {
    String page =
        render(
            "steer/letter/print.jte",
            Map.of(
                "edition",
                edition,
                "style",
                (Content) output -> output.writeContent(PRINT.replace("FOOTER", footer(edition)))));
    try (ByteArrayOutputStream out = new ByteArrayOutputStream(400_000)) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePdfUaAccessibility(true);
      builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
      builder.useColorProfile(COLOURS);
      builder.useSVGDrawer(new BatikSVGDrawer());
      builder.useUnicodeLineBreaker(new LineBreaks(edition.language().locale()));
      Fonts.register(builder);
      builder.withHtmlContent(page, null);
      builder.toStream(out);
      builder.run();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String render(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput(200_000);
    ENGINE.render(template, parameters, page);
    return page.toString();
  }

  /** The lines of the running footer as a text of the style sheet. */
  private static String footer(Edition edition) {
    List<String> lines =
        edition.footer().stream()
            .map(l -> l.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\3c "))
            .toList();
    return "\"" + String.join("\\A ", lines) + "\"";
  }

  private static String text(String resource) {
    return new String(Fonts.bytes(resource), StandardCharsets.UTF_8);
  }
}
