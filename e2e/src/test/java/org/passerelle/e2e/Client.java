package org.passerelle.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP client without a browser: keeps cookies and hidden form fields. */
final class Client {
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(_csrf|_once)\" value=\"([^\"]+)\"");

  static {
    // the server closes a connection that is idle for ten seconds; a form on its way would be lost
    System.setProperty("jdk.httpclient.keepalive.timeout", "2");
  }

  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .connectTimeout(Eventually.PATIENCE)
          .build();
  private String csrf = "";
  private String once = "";

  Client(String address) {
    this.address = address;
  }

  /**
   * A response.
   *
   * @param location path of a redirect, or empty
   */
  record Answer(int status, String location, String body) {}

  /** Signs in as a user of the demonstration. */
  static Client in(String address, String login) {
    Client client = new Client(address);
    client.get("/sign-in");
    Answer answer = client.post("/sign-in", "login", login, "password", Server.PASSWORD);
    if (answer.status() != 302) {
      throw new IllegalStateException(login + " does not come in: " + answer.status());
    }
    return client;
  }

  Answer get(String path) {
    return send(request(path).GET()).orElseThrow();
  }

  /** Submits a form with the hidden fields of the last page. */
  Answer post(String path, String... namesAndValues) {
    return tryPost(path, namesAndValues).orElseThrow();
  }

  /** The same; empty if the connection broke before a response came. */
  Optional<Answer> tryPost(String path, String... namesAndValues) {
    List<String> pairs = new ArrayList<>(List.of("_csrf=" + csrf, "_once=" + once));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.add(
          namesAndValues[i]
              + "="
              + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }

  /** Uploads a file as browsers do. */
  Answer upload(String path, String kind, String name, byte[] content) {
    String boundary = "----e2e";
    StringBuilder head = new StringBuilder();
    for (String[] field : new String[][] {{"_csrf", csrf}, {"_once", once}, {"file_kind", kind}}) {
      head.append(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, field[0], field[1]));
    }
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, name));
    return send(request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head.toString()),
                    HttpRequest.BodyPublishers.ofByteArray(content),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))))
        .orElseThrow();
  }

  /** Hidden fields of the last page, for a request that this class cannot make. */
  String hidden() {
    return "_csrf=" + csrf + "&_once=" + once;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept-Language", "en")
        .timeout(Eventually.PATIENCE);
  }

  private Optional<Answer> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Matcher hidden = HIDDEN.matcher(answer.body());
      while (hidden.find()) {
        if (hidden.group(1).equals("_csrf")) {
          csrf = hidden.group(2);
        } else {
          once = hidden.group(2);
        }
      }
      String location =
          answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
      return Optional.of(new Answer(answer.statusCode(), location, answer.body()));
    } catch (IOException e) {
      if (e instanceof java.net.http.HttpTimeoutException) {
        throw new UncheckedIOException(e);
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
