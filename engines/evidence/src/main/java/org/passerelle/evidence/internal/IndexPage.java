package org.passerelle.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Statement;

/** The index as a page: each exhibit with its digests and holders. Not thread-safe. */
final class IndexPage {
  private static final List<String> LANGUAGES = List.of("en", "fr", "sr");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private final StringBuilder page = new StringBuilder(1 << 16);
  private final Properties words = new Properties();
  private final Certificates people;

  private IndexPage(String language, Certificates people) {
    this.people = people;
    if (!LANGUAGES.contains(language)) {
      throw new BadCaseFile(
          "There is no index in “%s”. Maybe use one of %s.".formatted(language, LANGUAGES));
    }
    try (InputStream in = resource("index_%s.properties".formatted(language))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String of(CaseFile file, List<Item> items, Certificates people, Instant at) {
    IndexPage index = new IndexPage(file.language(), people);
    index.head(file, at);
    index.row("digest", Description.digestOfAll(items), true);
    index.page.append("</tbody></table>\n");
    items.forEach(index::exhibit);
    return index.page.append("</body></html>\n").toString();
  }

  private void head(CaseFile file, Instant at) {
    String title = escaped(file.number() + " · " + file.title());
    page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(file.language())
        .append("\"><head><meta charset=\"utf-8\" /><title>")
        .append(title)
        .append("</title><meta name=\"description\" content=\"")
        .append(title)
        .append("\" /><meta name=\"author\" content=\"")
        .append(escaped(file.organisation()))
        .append("\" /><style>")
        .append(style())
        .append("</style></head>\n<body><h1>")
        .append(title)
        .append("</h1><p>")
        .append(escaped(said("version." + file.version().word())))
        .append("</p><p>")
        .append(escaped(said("compiled", file.organisation(), TIME.format(at))))
        .append("</p>\n<table><tbody>");
  }

  private void exhibit(Item item) {
    Exhibit exhibit = item.exhibit();
    String heading = exhibit.number() + (item.included() ? " · " + exhibit.title() : "");
    page.append("<h2>").append(escaped(heading)).append("</h2><table><tbody>");
    item.keptBack().ifPresent(why -> row("kept", why, false));
    if (item.included()) {
      row("name", exhibit.fileName(), false);
      row("place", item.path(), false);
      row("origin", exhibit.provenance().origin(), false);
      row("seizure", exhibit.provenance().seizure(), false);
      row("seal", exhibit.provenance().seal(), false);
      row("storage", exhibit.provenance().storage(), false);
      row("disclosure", said("disclosure." + exhibit.disclosure().word()), false);
      String sources = String.join(", ", exhibit.derivedFrom());
      row("derived", (sources + " " + exhibit.derivation()).strip(), false);
    }
    row("size", said("bytes", Long.toString(item.taken().size())), false);
    line("SHA-256", item.digests().sha256(), true);
    line("SHA-512", item.digests().sha512(), true);
    if (item.included()) {
      item.chain().entries().forEach(this::held);
    }
    page.append("</tbody></table>\n");
  }

  private void held(CustodyEntry entry) {
    Statement said = entry.statement();
    String act =
        said(
            "act." + said.act().word(), TIME.format(said.at()), name(said.from()), name(said.to()));
    row("custody", said.reason().isEmpty() ? act : act + " (" + said.reason() + ")", false);
  }

  private String name(String certificate) {
    return people
        .find(certificate)
        .map(X509Certificate::getSubjectX500Principal)
        .map(holder -> holder.getName())
        .orElse(certificate);
  }

  private void row(String term, String text, boolean digest) {
    if (!text.isEmpty()) {
      line(said(term), text, digest);
    }
  }

  private void line(String term, String text, boolean digest) {
    page.append("<tr><th scope=\"row\">")
        .append(escaped(term))
        .append(digest ? "</th><td class=\"digest\">" : "</th><td>")
        .append(escaped(digest ? parted(text) : text))
        .append("</td></tr>");
  }

  /** A digest in groups of eight, so that lines can break within it. */
  private static String parted(String digest) {
    return digest.replaceAll("(.{8})(?=.)", "$1 ");
  }

  private String said(String key, Object... arguments) {
    String pattern = Objects.requireNonNull(words.getProperty(key), key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(arguments);
  }

  /** Escapes text, without characters that XML does not allow. */
  private static String escaped(String text) {
    return BadCaseFile.shown(text)
        .replaceAll("[^\\u0009\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "�")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String style() {
    try (InputStream in = resource("index.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(IndexPage.class.getResourceAsStream(name), name);
  }
}
