package org.passerelle.protect.casework.placement;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.passerelle.accounts.Browser;
import org.passerelle.house.Routes;
import org.passerelle.understand.dossier.edition.PdfWords;

/**
 * Opens every page that others link to, each route a few times for each reader, and searches the
 * responses for a text. Values of URL variables are taken from links on earlier pages, so that a
 * new page is included as soon as something links to it.
 */
final class Followed {
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)\"?");
  private final Map<Pattern, String> routes = new LinkedHashMap<>();
  private final Set<String> opened = new TreeSet<>();
  private final String word;

  Followed(List<Routes.Route> all, Set<String> not, String word) {
    this.word = word;
    all.stream()
        .filter(route -> route.method().equals("GET") && !not.contains(route.path()))
        .map(Routes.Route::path)
        // literal paths take precedence over variables
        .sorted(
            Comparator.comparingLong((String path) -> path.chars().filter(c -> c == '{').count())
                .thenComparing(path -> path))
        .forEach(path -> routes.put(pattern(path), path));
  }

  private static Pattern pattern(String path) {
    StringBuilder pattern = new StringBuilder();
    Matcher variable = Pattern.compile("\\{[^}]+}").matcher(path);
    int from = 0;
    while (variable.find()) {
      pattern.append(Pattern.quote(path.substring(from, variable.start()))).append("[^/]+");
      from = variable.end();
    }
    return Pattern.compile(pattern + Pattern.quote(path.substring(from)));
  }

  /**
   * Opens everything that a reader can reach from given URLs.
   *
   * @param each maximum number of different URLs per route
   * @return where the text was found
   */
  Set<String> of(Browser browser, Collection<String> begin, int each) throws IOException {
    Set<String> found = new TreeSet<>();
    Map<String, Integer> times = new HashMap<>();
    Set<String> seen = new HashSet<>();
    Deque<String> ahead = new ArrayDeque<>(begin);
    while (!ahead.isEmpty()) {
      String address = ahead.poll();
      String path = address.replaceAll("\\?.*", "");
      String route = route(path);
      if (route.isEmpty() || !seen.add(path) || times.merge(route, 1, Integer::sum) > each) {
        continue;
      }
      HttpResponse<byte[]> answer = browser.whole(address);
      String text = text(answer.body());
      if (text.contains(word)) {
        found.add(path);
      }
      if (answer.statusCode() == 200) {
        opened.add(route);
        Matcher link = LINK.matcher(text);
        while (link.find()) {
          ahead.add(link.group(1).replace("&amp;", "&"));
        }
      }
    }
    return found;
  }

  private String route(String path) {
    for (Map.Entry<Pattern, String> one : routes.entrySet()) {
      if (one.getKey().matcher(path).matches()) {
        return one.getValue();
      }
    }
    return "";
  }

  /** A page of the API was opened in another way. */
  void opened(String route) {
    opened.add(route);
  }

  /** Routes that were not opened. */
  Set<String> unopened() {
    Set<String> left = new TreeSet<>(routes.values());
    left.removeAll(opened);
    return left;
  }

  /** Readable content of a response: a page, a document, or all entries of an archive. */
  static String text(byte[] answer) throws IOException {
    String text = new String(answer, StandardCharsets.UTF_8);
    if (text.startsWith("%PDF")) {
      return PdfWords.text(answer) + PdfWords.strings(answer);
    }
    if (!text.startsWith("PK")) {
      return text;
    }
    StringBuilder all = new StringBuilder(text);
    Path file = Files.createTempFile("followed", ".zip");
    Files.write(file, answer);
    try (ZipFile archive = new ZipFile(file.toFile())) {
      for (ZipEntry one : archive.stream().map(ZipEntry.class::cast).toList()) {
        all.append(new String(archive.getInputStream(one).readAllBytes(), StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
    return all.toString();
  }
}
