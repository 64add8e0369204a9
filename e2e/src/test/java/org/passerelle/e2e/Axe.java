package org.passerelle.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * axe-core, which looks at whether everybody can use a page. Half a megabyte of script is handed to
 * the browser once for each visitor, as a function that nobody has called: so a page that is not
 * looked at pays nothing, and V8 finds it compiled on every page after the first.
 */
final class Axe {
  private static final String CARRIED =
      "globalThis.axeCore = function () {" + ascii(script()) + "\n};";

  /**
   * The rules that axe runs by itself; {@code noHtml} leaves out the copy of each element's source,
   * which no test reads and which takes a tenth of the time.
   */
  private static final String LOOK =
      """
      async () => {
        globalThis.axeCore();
        axe.configure({noHtml: true});
        const found = await axe.run(document, {resultTypes: ['violations']});
        return found.violations.map(v => v.id + ' (' + v.help + ') at '
          + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', '));
      }""";

  /**
   * Whether what is pressed measures 24 by 24 or has the room for it (WCAG 2.2, 2.5.8), which axe
   * looks at only where it is told to.
   */
  private static final String SMALL =
      """
      async () => {
        globalThis.axeCore();
        axe.configure({noHtml: true});
        const found = await axe.run(document, {runOnly: {type: 'rule', values: ['target-size']},
          rules: {'target-size': {enabled: true}}, resultTypes: ['violations']});
        return found.violations.flatMap(v => v.nodes.map(n => n.target.join(' ')));
      }""";

  private Axe() {}

  /** Before the first page is opened. */
  static void comesWith(BrowserContext context) {
    context.addInitScript(CARRIED);
  }

  /** What is wrong on a page of such a context, one sentence for each rule. */
  static List<String> problems(Page page) {
    return ((List<?>) page.evaluate(LOOK)).stream().map(Object::toString).toList();
  }

  /** What is too small for a finger on a page of such a context. */
  static List<String> small(Page page) {
    return ((List<?>) page.evaluate(SMALL)).stream().map(Object::toString).toList();
  }

  private static String script() {
    try (InputStream in =
        Objects.requireNonNull(
            Axe.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same script in letters of one byte each: half to carry and half to keep. */
  private static String ascii(String script) {
    StringBuilder plain = new StringBuilder(script.length());
    script
        .chars()
        .forEach(c -> plain.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return plain.toString();
  }
}
