package org.passerelle.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser with the hidden fields of the last page. For one thread. */
final class FormBrowser {
  private static final Pattern FIELD =
      Pattern.compile("name=\"(_csrf|_once|ticket|team)\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "passerelle-bench-boundary";
  private final String base;
  private final Map<String, String> fields = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /** A browser on a server of this machine. */
  FormBrowser(String base) {
    this.base = base;
  }

  /** A hidden field of the last page, or empty. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Opens a page. */
  String open(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    Matcher found = FIELD.matcher(answer.body());
    while (found.find()) {
      fields.put(found.group(1), found.group(2));
    }
    return answer.body();
  }

  /** Sends a form with the hidden fields of the last page. */
  HttpResponse<String> post(String path, Map<String, String> typed)
      throws IOException, InterruptedException {
    List<String[]> pairs = new ArrayList<>();
    typed.forEach((name, value) -> pairs.add(new String[] {name, value}));
    return post(path, pairs);
  }

  /** The same with fields that have several values. */
  HttpResponse<String> post(String path, List<String[]> typed)
      throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    pairs.add("_csrf=" + field("_csrf"));
    pairs.add("_once=" + field("_once"));
    for (String[] pair : typed) {
      pairs.add(pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8));
    }
    return http.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /**
   * A file of a form.
   *
   * @param size in bytes: the server takes no body of unknown length
   */
  record Content(long size, Supplier<InputStream> bytes) {
    private static Content of(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
    }
  }

  /** Sends a form with files, by name; they need not fit into memory. */
  HttpResponse<String> send(String path, Map<String, String> typed, Map<String, Content> files)
      throws IOException, InterruptedException {
    StringBuilder head = new StringBuilder();
    head.append(part("_csrf")).append(field("_csrf")).append("\r\n");
    head.append(part("_once")).append(field("_once")).append("\r\n");
    typed.forEach((name, value) -> head.append(part(name)).append(value).append("\r\n"));
    List<Content> all = new ArrayList<>();
    all.add(Content.of(head.toString()));
    files.forEach(
        (name, content) -> {
          all.add(Content.of(part("file\"; filename=\"" + name)));
          all.add(content);
          all.add(Content.of("\r\n"));
        });
    all.add(Content.of("--" + BOUNDARY + "--\r\n"));
    long size = all.stream().mapToLong(Content::size).sum();
    return http.send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofInputStream(() -> joined(all)), size))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Saves a file of the server. */
  HttpResponse<Path> save(String path, Path to) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofFile(to));
  }

  private static InputStream joined(List<Content> all) {
    return new SequenceInputStream(
        Collections.enumeration(all.stream().map(one -> one.bytes().get()).toList()));
  }

  private static String part(String name) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(BOUNDARY, name);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "en");
  }
}
