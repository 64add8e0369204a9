package org.passerelle.pages;

import gg.jte.Content;
import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A page whose form was rejected: each line of its error summary names the field that it links to,
 * since three times "this is required" says little. The summary precedes the fields, so the whole
 * page is rendered first. {@code passerelle.js} does the same for messages of scripts, and leaves
 * these lines unchanged.
 */
public final class NamedErrors implements HtmlContent {
  private static final Set<Integer> CAME_BACK = Set.of(409, 422);
  private static final Pattern SUMMARY =
      Pattern.compile("<div class=\"error-summary\".*?</ul>", Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile("<a href=\"#([^\"]+)\">([^<]*)");
  private final Content content;
  private final boolean french;

  private NamedErrors(Content content, boolean french) {
    this.content = content;
    this.french = french;
  }

  /** The content with named errors; unchanged if no form was rejected. */
  public static Content in(Content content, Page page) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
            && (cameBack(now.getResponse()) || page.query().contains("missing="))
        ? new NamedErrors(content, page.language().key().equals("fr"))
        : content;
  }

  private static boolean cameBack(@Nullable HttpServletResponse response) {
    return response != null && CAME_BACK.contains(response.getStatus());
  }

  @Override
  public void writeTo(HtmlTemplateOutput output) {
    StringOutput written = new StringOutput();
    content.writeTo(new OwaspHtmlTemplateOutput(written));
    output.writeContent(named(written.toString(), french));
  }

  /** Adds the names to the summaries; a pure function. */
  static String named(String html, boolean french) {
    return SUMMARY
        .matcher(html)
        .replaceAll(found -> Matcher.quoteReplacement(lines(found.group(), html, french)));
  }

  private static String lines(String summary, String html, boolean french) {
    return LINE.matcher(summary)
        .replaceAll(line -> Matcher.quoteReplacement(line(line, html, french)));
  }

  private static String line(MatchResult line, String html, boolean french) {
    String said = line.group(2);
    return name(line.group(1), html)
            .filter(name -> !said.startsWith(name))
            .map(
                name ->
                    "<a href=\"#%s\" data-named>".formatted(line.group(1)) + before(name, french))
            .orElse("<a href=\"#%s\">".formatted(line.group(1)))
        + said;
  }

  /** A field's name on the page: its label, or the legend of its group. */
  private static Optional<String> name(String id, String html) {
    String field = Pattern.quote("\"" + id + "\"");
    Matcher name =
        Pattern.compile(
                "<label[^>]* for=%1$s[^>]*>([^<]+)|<fieldset[^>]* id=%1$s[^>]*>\\s*<legend[^>]*>([^<]+)"
                    .formatted(field))
            .matcher(html);
    return name.find()
        ? Optional.of((name.group(1) == null ? name.group(2) : name.group(1)).strip())
            .filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  private static String before(String name, boolean french) {
    return name.matches("(?s).*[?!]")
        ? name + " "
        : name.replaceFirst("[:.]$", "") + (french ? "\u00a0: " : ": ");
  }
}
