package org.passerelle.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * axe-core, which checks accessibility. Half a megabyte of script is passed to the browser once per
 * visitor, as a function that is not called: pages that are not checked cost nothing, and V8 has it
 * compiled on every page after the first.
 */
final class Axe {
  private static final String CARRIED =
      "globalThis.axeCore = function () {" + ascii(script()) + "\n};";

  /**
   * The default rules of axe; {@code noHtml} omits the copy of each element's source, which no test
   * reads and which takes a tenth of the time.
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
   * Whether targets measure at least 24 by 24 pixels or have enough spacing (WCAG 2.2, 2.5.8),
   * which axe checks only on request.
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

  /** Must be called before the first page is opened. */
  static void comesWith(BrowserContext context) {
    context.addInitScript(CARRIED);
  }

  /** The problems on a page, one sentence for each rule. */
  static List<String> problems(Page page) {
    return ((List<?>) page.evaluate(LOOK)).stream().map(Object::toString).toList();
  }

  /** Targets on a page that are too small for a finger. */
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

  /** The script with one-byte characters: half the size to transfer and to store. */
  private static String ascii(String script) {
    StringBuilder plain = new StringBuilder(script.length());
    script
        .chars()
        .forEach(c -> plain.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return plain.toString();
  }
}
