package org.passerelle.accounts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.storage.House;

/**
 * A browser without a screen: keeps cookies and sends the hidden fields of the last page's form.
 * Redirects are not followed unless asked.
 */
public final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern ONCE = Pattern.compile("name=\"_once\" value=\"([^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"_form\" value=\"([^\"]*)\"");
  private static final Pattern MISSING = Pattern.compile("⟦[a-z]+(?:\\.[\\w-]+)+⟧");
  private static final Pattern SUMMARY =
      Pattern.compile("<div class=\"error-summary\".*?</ul>", Pattern.DOTALL);
  private static final Pattern LEADS_TO = Pattern.compile("href=\"#([^\"]+)\"");
  private final String address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;
  private String csrf = "";
  private String once = "";
  private String form = "";

  public Browser(House house) {
    this(house.address());
  }

  /** The same for a process at an address, such as {@code http://127.0.0.1:40123}. */
  public Browser(String address) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * What the server answered.
   *
   * @param location path of a redirect, or empty
   */
  public record Answer(int status, String location, String body, HttpResponse<String> whole) {
    public String header(String name) {
      return whole.headers().firstValue(name).orElse("");
    }
  }

  /** Opens a page. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** The bytes of a file or page, whatever they are. */
  public byte[] bytes(String path) {
    return whole(path).body();
  }

  /** The same with how it was answered. */
  public HttpResponse<byte[]> whole(String path) {
    return whole(request(path).GET());
  }

  /** The bytes that answer a form, such as a document to print. */
  public HttpResponse<byte[]> postWhole(String path, String... namesAndValues) {
    return whole(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(pairs(withHidden(namesAndValues)))));
  }

  private HttpResponse<byte[]> whole(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens a page and follows redirects to where they lead. */
  public Answer open(String path) {
    Answer answer = get(path);
    for (int i = 0; i < 5 && !answer.location().isEmpty(); i++) {
      answer = get(answer.location());
    }
    return answer;
  }

  /** Sends a form with the hidden fields of the last page. */
  public Answer post(String path, String... namesAndValues) {
    return postBare(path, withHidden(namesAndValues));
  }

  private String[] withHidden(String... namesAndValues) {
    List<String> all = new ArrayList<>(List.of(namesAndValues));
    all.addAll(List.of("_csrf", csrf, "_once", once, "_form", form));
    return all.toArray(String[]::new);
  }

  /** Sends a form with a file and the hidden fields of the last page. */
  public Answer postFile(
      String path, String field, String name, byte[] content, String... namesAndValues) {
    return postFiles(path, field, Map.of(name, content), namesAndValues);
  }

  /** Sends a form with several files of one field, by name, in the order of the map. */
  public Answer postFiles(
      String path, String field, Map<String, byte[]> files, String... namesAndValues) {
    String boundary = "passerelle-test-boundary";
    List<String> all = new ArrayList<>(List.of(namesAndValues));
    all.addAll(List.of("_csrf", csrf, "_once", once, "_form", form));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < all.size(); i += 2) {
      body.writeBytes(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, all.get(i), all.get(i + 1))
              .getBytes(StandardCharsets.UTF_8));
    }
    files.forEach(
        (name, content) -> {
          body.writeBytes(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                  .formatted(boundary, field, name)
                  .getBytes(StandardCharsets.UTF_8));
          body.writeBytes(content);
          body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    body.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Sends exactly these fields. */
  public Answer postBare(String path, String... namesAndValues) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(pairs(namesAndValues))));
  }

  /** Sends a form with the hidden fields of the last page, and headers, by name and value. */
  public Answer postWith(List<String> headers, String path, String... namesAndValues) {
    return send(
        request(path)
            .headers(headers.toArray(String[]::new))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(pairs(withHidden(namesAndValues)))));
  }

  private static String pairs(String... namesAndValues) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
    }
    return String.join("&", pairs);
  }

  /** Sends what a script of the page sends. */
  public Answer postJson(String path, String json) {
    return send(
        request(path)
            .header("X-CSRF-TOKEN", csrf)
            .header(
                "Content-Type",
                json.isEmpty() ? "application/x-www-form-urlencoded" : "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** What a hidden field of a page holds, or empty. */
  public static String hidden(Answer page, String name) {
    return first(Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\""), page.body(), "");
  }

  /** The session's cookie, or empty. */
  public String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("passerelle"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Opens a page with nothing but a given session cookie, as a thief would. */
  public Answer getWithSession(String path, String session) {
    HttpClient bare = HttpClient.newHttpClient();
    try {
      return answer(
          bare.send(
              request(path).header("Cookie", "passerelle=" + session).GET().build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets the session, but not the device. */
  public Browser closed() {
    cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("passerelle"))
        .toList()
        .forEach(c -> cookies.getCookieStore().remove(URI.create(address), c));
    return this;
  }

  private HttpRequest.Builder request(String path) {
    String to = path.startsWith("http") ? path : address + path;
    return HttpRequest.newBuilder(URI.create(to)).header("Accept-Language", "en");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      Answer answer = answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
      csrf = first(CSRF, answer.body(), csrf);
      once = first(ONCE, answer.body(), once);
      form = first(FORM, answer.body(), form);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** No page shows the key of a text that is missing, whichever test opens it. */
  private static Answer answer(HttpResponse<String> whole) {
    Matcher missing = MISSING.matcher(whole.body());
    if (missing.find()) {
      throw new AssertionError("%s lacks %s".formatted(whole.uri(), missing.group()));
    }
    everyErrorLeadsToItsField(whole);
    String location =
        whole.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    return new Answer(whole.statusCode(), location, body(whole), whole);
  }

  /** A file is left as it was downloaded. */
  private static String body(HttpResponse<String> whole) {
    return whole.headers().firstValue("Content-Disposition").isEmpty()
            && whole.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
        ? Markup.withoutBreaks(whole.body())
        : whole.body();
  }

  /** Whoever follows a line of the summary comes to the field, and reads there what is wrong. */
  private static void everyErrorLeadsToItsField(HttpResponse<String> whole) {
    Matcher summary = SUMMARY.matcher(whole.body());
    while (summary.find()) {
      Matcher leads = LEADS_TO.matcher(summary.group());
      while (leads.find()) {
        for (String id : List.of(leads.group(1), leads.group(1) + "-error")) {
          if (!whole.body().contains("id=\"" + id + "\"")) {
            throw new AssertionError("%s lacks #%s".formatted(whole.uri(), id));
          }
        }
      }
    }
  }

  private static String first(Pattern pattern, String body, String otherwise) {
    Matcher found = pattern.matcher(body);
    return found.find() ? found.group(1) : otherwise;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
