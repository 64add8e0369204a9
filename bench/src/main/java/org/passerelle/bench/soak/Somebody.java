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
import java.util.regex.Pattern;
import org.passerelle.accounts.DemoUsers;

/** A simulated user: follows links and sends a form now and then. */
final class Somebody {
  /**
   * Actions that would end the run: signing out (done at the end of the day), removing a login, a
   * role or an organisation or requiring a second factor of it, stopping all messages, and
   * publishing forms that replace those in use.
   */
  private static final Pattern NEVER =
      Pattern.compile(
          "/sign-out|/sign-in.*|/setup/.*|/account/(password|totp|passkeys|recovery-codes|sessions).*"
              + "|/house/users/[^/]+(/.*)?|/house/organisations/[^/]+(/.*)?|/house/outbox/hold"
              + "|/house/forms.*");

  private static final List<String> LANGUAGES = List.of("en", "fr", "sr-Cyrl", "sr-Latn");
  private static final Set<Integer> REFUSALS = Set.of(409, 422);
  private static final int MOST_REDIRECTS = 6;

  /** Percentage of forms in which a choice is replaced by words. */
  private static final int FORGES = 12;

  private final SoakHouse house;
  private final AnswerCounts answerCounts;
  private final SoakHouse.Login login;
  private final Shared shared;
  private final Random random;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private String path = "/";
  private Html page = Html.NOTHING;

  Somebody(
      SoakHouse house, AnswerCounts answerCounts, SoakHouse.Login login, Shared shared, long seed) {
    this.house = house;
    this.answerCounts = answerCounts;
    this.login = login;
    this.shared = shared;
    this.random = new Random(seed);
  }

  /** Reads for a while, about so long, and clicks once. */
  void click(Duration pause) {
    try {
      if (!pause.isZero()) {
        Thread.sleep(random.nextLong(2 * pause.toMillis()));
      }
      int draw = random.nextInt(100);
      if (draw < 3) {
        open("/language/" + LANGUAGES.get(random.nextInt(LANGUAGES.size())) + "?to=/", false);
      } else if (draw < 6) {
        // what another saw: not there for whoever has no right to it
        open(shared.any(random), true);
      } else if (draw < 30) {
        send();
      } else {
        follow();
      }
    } catch (IOException e) {
      answerCounts.unexpected("%s: no answer".formatted(login.roles()), path + ": " + e);
      page = Html.NOTHING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Signs out by the button, as one should in the evening. */
  void leave() {
    try {
      open("/", false);
      for (Html.Form form : page.forms()) {
        if (form.action().equals("/sign-out")) {
          answer(Typing.fill(form, path, random, house.clock().instant()));
          break;
        }
      }
      page = Html.NOTHING;
    } catch (IOException e) {
      answerCounts.unexpected(
          "%s: no answer to signing out".formatted(login.roles()), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() throws IOException, InterruptedException {
    List<String> links =
        page.links().stream().filter(l -> !l.startsWith("/language/") && !never(l)).toList();
    if (links.isEmpty() || random.nextInt(100) < 5) {
      open("/", false);
      return;
    }
    String from = path;
    String link = links.get(random.nextInt(links.size()));
    shared.saw(link);
    if (open(link, true) == 404) {
      // another user may have ended it meanwhile; if the page still offers it, it is a dead link
      open(from, true);
      if (path.equals(from) && page.links().contains(link) && open(link, true) == 404) {
        name("GET", link, 404, "dead link on " + from);
      }
    }
  }

  private void send() throws IOException, InterruptedException {
    List<Html.Form> forms =
        page.forms().stream()
            .filter(f -> !f.holds("password") && !f.holds("file") && !never(f.action()))
            .toList();
    if (forms.isEmpty()) {
      follow();
      return;
    }
    String from = path;
    Html.Form form = forms.get(random.nextInt(forms.size()));
    Typing.Filled filled = Typing.fill(form, path, random, house.clock().instant());
    if (never(filled.action())) {
      return;
    }
    if (random.nextInt(100) < FORGES) {
      filled = Typing.forge(form, filled, random);
    }
    if (filled.method().equals("GET")) {
      open(filled.action().replaceAll("\\?.*", "") + "?" + filled.query(), filled.isForged());
      return;
    }
    if (answer(filled) == 404 && !filled.isForged()) {
      open(from, true);
      boolean offered =
          path.equals(from)
              && page.forms().stream().anyMatch(f -> f.action().equals(form.action()));
      if (offered) {
        name("POST", filled.action(), 404, "form on " + from + ": " + filled.query());
      }
    }
  }

  /** Sends a form and follows the redirects. */
  private int answer(Typing.Filled filled) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        send(
            "POST",
            filled.action(),
            request(filled.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(filled.query())));
    int status = answer.statusCode();
    String to = answer.headers().firstValue("Location").orElse("");
    if (status / 100 == 3) {
      open(to, true);
    } else {
      take(filled.action(), answer);
      if (status / 100 != 2
          && !REFUSALS.contains(status)
          && status != 404
          && !(status == 400 && filled.isForged())) {
        name("POST", filled.action(), status, filled.query());
      }
    }
    return status;
  }

  /** Opens a page, signs in if asked to, and returns the final status. */
  private int open(String target, boolean mayBeMissing) throws IOException, InterruptedException {
    String next = target;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      HttpResponse<byte[]> answer = send("GET", next, request(next).GET());
      int status = answer.statusCode();
      if (status / 100 == 3) {
        String to = local(answer.headers().firstValue("Location").orElse("/"));
        if (to.matches("/sign-in(\\?.*)?")) {
          signIn();
          to = target;
        }
        next = to;
        continue;
      }
      take(next, answer);
      boolean refused = status == 404 || (status == 400 && Typing.isForged(next));
      if (status / 100 != 2 && !(refused && mayBeMissing)) {
        name("GET", next, status, next);
      }
      return status;
    }
    name("GET", target, 310, "too many redirects, the last to " + next);
    return 310;
  }

  private void signIn() throws IOException, InterruptedException {
    take("/sign-in", send("GET", "/sign-in", request("/sign-in").GET()));
    StringBuilder body =
        new StringBuilder(Typing.pair("login", login.name()))
            .append('&')
            .append(Typing.pair("password", DemoUsers.PASSWORD));
    for (Html.Form form : page.forms()) {
      if (form.action().equals("/sign-in")) {
        for (Html.Field field : form.fields()) {
          if (field.kind().equals("hidden")) {
            body.append('&').append(Typing.pair(field.name(), field.value()));
          }
        }
      }
    }
    HttpResponse<byte[]> answer =
        send(
            "POST",
            "/sign-in",
            request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    if (answer.statusCode() / 100 != 3) {
      name("POST", "/sign-in", answer.statusCode(), login.name());
    }
  }

  private HttpRequest.Builder request(String to) {
    return HttpRequest.newBuilder(
            URI.create(house.address() + local(to).replaceAll("#.*", "").replace(" ", "%20")))
        .timeout(Duration.ofMinutes(3));
  }

  private HttpResponse<byte[]> send(String method, String to, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    answerCounts.answer(method, house.route(method, local(to)), answer.statusCode());
    return answer;
  }

  private void take(String at, HttpResponse<byte[]> answer) {
    if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      page = Html.read(new String(answer.body(), StandardCharsets.UTF_8));
      path = local(at);
    }
  }

  private void name(String method, String to, int status, String example) {
    answerCounts.unexpected(
        "%s %s as %s: %d".formatted(method, house.route(method, local(to)), login.roles(), status),
        login.name() + " " + example.replaceAll("_(csrf|once)=[^&]*&?", ""));
  }

  private static boolean never(String action) {
    return NEVER.matcher(action.replaceAll("\\?.*", "")).matches();
  }

  private static String local(String location) {
    return location.replaceFirst("^https?://[^/]+", "");
  }
}
