package org.passerelle.bench.soak;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.sharing.letterbox.Visits;

/** A guest without an account who opens a letterbox with a link and a code, and answers there. */
final class LetterboxGuest {
  private static final String HERE = "/letterbox";
  private static final String OUT = HERE + "/acts/out";
  private static final Set<Integer> EXPECTED = Set.of(200, 302, 303, 409, 422);
  private static final int ACTS = 6;
  private final SoakHouse house;
  private final AnswerCounts answerCounts;
  private final Random random;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private Html page = Html.NOTHING;

  LetterboxGuest(SoakHouse house, AnswerCounts answerCounts, Random random) {
    this.house = house;
    this.answerCounts = answerCounts;
    this.random = random;
  }

  /** Signs in, does a few things, and signs out. */
  void visit(Abroad.Opened opened) throws IOException, InterruptedException {
    get(opened.link());
    Html.Form door = form(opened.link());
    if (door == null) {
      // a user may have ended the access since, made a new link, or taken the case back
      if (house.get(Visits.class).leads(opened.link().substring(HERE.length() + 1))) {
        answerCounts.unexpected("letterbox: no door", opened.link().length() + " signs");
      }
      return;
    }
    Typing.Filled filled = Typing.fill(door, opened.link(), random, house.clock().instant());
    String code = Typing.pair("code", opened.code());
    post(
        new Typing.Filled(
            "POST", opened.link(), filled.query().replaceAll("(^|&)code=[^&]*", "") + "&" + code));
    for (int i = 0; i < ACTS; i++) {
      get(HERE);
      List<Html.Form> forms =
          page.forms().stream()
              .filter(f -> f.action().startsWith(HERE + "/acts/") && !f.action().equals(OUT))
              .filter(f -> !f.holds("file"))
              .toList();
      List<String> steps =
          page.links().stream().filter(link -> link.startsWith(HERE + "/steps/")).toList();
      if (!steps.isEmpty() && random.nextBoolean()) {
        String step = steps.get(random.nextInt(steps.size()));
        get(step);
        send(form(step), step);
      } else if (!forms.isEmpty()) {
        send(forms.get(random.nextInt(forms.size())), HERE);
      }
    }
    get(HERE);
    send(form(OUT), HERE);
  }

  private Html.@Nullable Form form(String action) {
    return page.forms().stream().filter(f -> f.action().equals(action)).findFirst().orElse(null);
  }

  private void send(Html.@Nullable Form form, String at) throws IOException, InterruptedException {
    if (form != null) {
      post(Typing.fill(form, at, random, house.clock().instant()));
    }
  }

  private void get(String at) throws IOException, InterruptedException {
    take("GET", at, request(at).GET());
  }

  private void post(Typing.Filled filled) throws IOException, InterruptedException {
    take(
        "POST",
        filled.action(),
        request(filled.action())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(filled.query())));
  }

  private HttpRequest.Builder request(String at) {
    return HttpRequest.newBuilder(URI.create(house.address() + at)).timeout(Duration.ofMinutes(3));
  }

  private void take(String method, String at, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    String route = house.route(method, at);
    answerCounts.answer(method, route, answer.statusCode());
    if (!EXPECTED.contains(answer.statusCode())) {
      answerCounts.unexpected(
          "%s %s as a guest: %d".formatted(method, route, answer.statusCode()), route);
    }
    String to = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() / 100 == 3 && !to.isEmpty()) {
      get(to.replaceFirst("^https?://[^/]+", ""));
      return;
    }
    page = Html.read(new String(answer.body(), StandardCharsets.UTF_8));
  }
}
