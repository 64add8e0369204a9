package org.passerelle.protect.casework.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.passerelle.storage.House;
import tools.jackson.databind.JsonNode;

/** Requests of a phone, with the session and the token of the signed-in user. */
final class PhoneCalls {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private PhoneCalls() {}

  static TestPhone.Answer get(House house, String session, String path) {
    return answer(
        HttpRequest.newBuilder(URI.create(house.address() + path))
            .header("Accept-Language", "en")
            .header("Cookie", "passerelle=" + session)
            .GET()
            .build());
  }

  static TestPhone.Answer post(
      House house,
      String session,
      String path,
      byte[] body,
      String type,
      Map<String, String> headers) {
    return send(house, session, path, "POST", body, type, headers);
  }

  static TestPhone.Answer send(
      House house,
      String session,
      String path,
      String method,
      byte[] body,
      String type,
      Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(house.address() + path))
            .header("Accept-Language", "en")
            .header("Cookie", "passerelle=" + session)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    JsonNode csrf = get(house, session, "/phone/here").json().path("csrf");
    if (csrf.has("header")) {
      request.header(csrf.required("header").asString(), csrf.required("token").asString());
    }
    return answer(request.build());
  }

  private static TestPhone.Answer answer(HttpRequest request) {
    try {
      HttpResponse<String> whole = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new TestPhone.Answer(whole.statusCode(), whole.body(), whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
