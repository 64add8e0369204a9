package org.passerelle.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Simulated users of a demonstration on this machine: {@code CaseLoad http://localhost:PORT PROCESS
 * [SECONDS]}. First fifty users click once a second: the list with a filter, a search, the page of
 * a case, handing in a screening. Then as many users as the server can take click without pauses,
 * and one user of each role in turn searches for common names; with 0 seconds, only these searches
 * run. Prints p50, p95 and p99 in milliseconds, the errors, and the memory of the process.
 */
public final class CaseLoad {
  private static final int PEOPLE = 50;
  private static final List<String> LOGINS =
      List.of(
          "jelena.most",
          "dusan.most",
          "vesna.most",
          "arta.ulliri",
          "desislava.lipa",
          "camille.enfance",
          "amina.breza",
          "plamen.lipa");
  private static final Pattern CASE = Pattern.compile("/protect/cases/([0-9a-f-]{36})\"");
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
  private static final List<String> FILTERS =
      List.of(
          "?state=open",
          "?state=presumed&country=RS",
          "?form=labour",
          "?minor=on",
          "?sort=due",
          "?sort=due&turned=yes",
          "?sort=opened&state=open");
  private static final List<String> WORDS = List.of("Elena", "Jovan", "Hoxha", "Maria", "Ивана");
  private final String base;
  private final Map<String, ConcurrentLinkedQueue<Double>> times = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

  CaseLoad(String base) {
    this.base = base;
  }

  /** Address, process id of the server, seconds of the first part. */
  public static void main(String[] arguments) throws Exception {
    String base = arguments[0];
    if (!base.matches("http://(localhost|127\\.0\\.0\\.1):[0-9]+")) {
      throw new IllegalArgumentException("Only a server on this machine is loaded, not " + base);
    }
    long process = Long.parseLong(arguments[1]);
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
    if (seconds == 0) {
      new CaseLoad(base).searchInTurn(people(base, LOGINS.size()), process);
      return;
    }
    List<Person> people = people(base, PEOPLE);
    new CaseLoad(base).run("warming up", people, 15, 1_000, process);
    new CaseLoad(base).run("50 people, a click a second", people, seconds, 1_000, process);
    for (int crowd : new int[] {2, 4, 8, 16, 32}) {
      new CaseLoad(base)
          .run(crowd + " people who do not wait", people.subList(0, crowd), 12, 0, process);
    }
    new CaseLoad(base).searchInTurn(people.subList(0, LOGINS.size()), process);
  }

  /** The given number of users of the demonstration, signed in. */
  static List<Person> people(String base, int count) throws IOException, InterruptedException {
    List<Person> people = new ArrayList<>();
    CaseLoad sign = new CaseLoad(base);
    for (int i = 0; i < count; i++) {
      people.add(sign.signedIn(LOGINS.get(i % LOGINS.size()), i));
    }
    return people;
  }

  void run(String what, List<Person> people, int seconds, int pause, long process)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(people.size());
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    List<Future<?>> all = new ArrayList<>();
    for (Person person : people) {
      all.add(threads.submit(() -> work(person, end, pause)));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    LoadReport.print(what, seconds, process, times, errors);
  }

  /** Each user searches for each name seven times, with no other load. */
  private void searchInTurn(List<Person> people, long process)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    for (Person person : people) {
      for (String word : WORDS) {
        for (int i = 0; i < 7; i++) {
          post("search", person, "/protect/cases/find", "q=" + encoded(word));
        }
      }
    }
    int seconds = Math.max(1, (int) ((System.nanoTime() - began) / 1_000_000_000));
    LoadReport.print("searches in turn", seconds, process, times, errors);
  }

  private void work(Person person, long end, int pause) {
    Random random = new Random(person.number);
    sleep(pause == 0 ? 0 : random.nextInt(pause));
    while (System.nanoTime() < end) {
      long began = System.nanoTime();
      try {
        step(person, random);
      } catch (IOException e) {
        errors.add(e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      sleep(pause - (System.nanoTime() - began) / 1_000_000);
    }
  }

  private void step(Person person, Random random) throws IOException, InterruptedException {
    int draw = random.nextInt(100);
    if (draw < 35) {
      String list =
          get("list", person, "/protect/cases" + FILTERS.get(random.nextInt(FILTERS.size())));
      person.remember(list);
    } else if (draw < 45) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      post("search", person, "/protect/cases/find", "q=" + encoded(word));
    } else if (draw < 85 && !person.cases.isEmpty()) {
      String id = person.cases.get(random.nextInt(person.cases.size()));
      get("case page", person, "/protect/cases/" + id);
    } else {
      screen(person);
    }
  }

  /** Prints a whole case; returns the status. */
  int copy(Person person, Random random) throws IOException, InterruptedException {
    String id = person.cases.get(random.nextInt(person.cases.size()));
    return post(
            "case printed",
            person,
            "/protect/cases/" + id + "/paper",
            "part=identity&part=facts&part=episodes&part=decisions&part=notes&part=story")
        .statusCode();
  }

  /** Starts a screening, answers its pages with what is required, and hands it in. */
  private void screen(Person person) throws IOException, InterruptedException {
    HttpResponse<String> begun =
        post("screening begun", person, "/protect/screenings", "form=screening-short");
    String way = begun.headers().firstValue("location").orElse("");
    if (way.isEmpty()) {
      errors.add("a screening did not begin: " + begun.statusCode());
      return;
    }
    String page = get("screening page", person, path(way));
    for (int i = 0; i < 2 && page.isEmpty(); i++) {
      page = get("screening page", person, path(person.led));
    }
    StringBuilder body = new StringBuilder("action=finish");
    SHOWN
        .matcher(page)
        .results()
        .forEach(
            shown ->
                body.append("&shown=")
                    .append(shown.group(1))
                    .append("&q-")
                    .append(shown.group(1))
                    .append('=')
                    .append(shown.group(1).equals("country") ? "RS" : "_not_known"));
    String at = person.led.isEmpty() ? path(way) : person.led;
    post("screening handed in", person, at.replaceAll("\\?.*", ""), body.toString());
  }

  private String get(String what, Person person, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(what, person, HttpRequest.newBuilder(URI.create(base + path)).GET());
    person.led = answer.headers().firstValue("location").map(CaseLoad::path).orElse(path);
    return answer.statusCode() == 200 ? answer.body() : "";
  }

  private HttpResponse<String> post(String what, Person person, String path, String body)
      throws IOException, InterruptedException {
    String whole =
        body + "&_csrf=" + encoded(person.csrf) + "&_once=" + java.util.UUID.randomUUID();
    return send(
        what,
        person,
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(whole)));
  }

  private HttpResponse<String> send(String what, Person person, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<String> answer =
        person.client.send(
            request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    double took = (System.nanoTime() - began) / 1e6;
    times.computeIfAbsent(what, w -> new ConcurrentLinkedQueue<>()).add(took);
    if (answer.statusCode() >= 400) {
      errors.add(what + " " + answer.statusCode());
    }
    return answer;
  }

  private Person signedIn(String login, int number) throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    Person person = new Person(client, number);
    person.csrf = csrf(get("sign-in", person, "/sign-in"));
    post(
        "sign-in",
        person,
        "/sign-in",
        "login=" + login + "&password=" + encoded("passerelle-demo-2026"));
    String list = get("sign-in", person, "/protect/cases");
    person.csrf = csrf(list);
    person.remember(list);
    return person;
  }

  private static String csrf(String page) {
    return Arrays.stream(page.split("name=\"_csrf\" value=\"", 2))
        .skip(1)
        .map(rest -> rest.substring(0, rest.indexOf('"')))
        .findFirst()
        .orElse("");
  }

  private static String path(String location) {
    return location.startsWith("http") ? URI.create(location).getRawPath() : location;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(Math.max(0, milliseconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A simulated user. */
  static final class Person {
    private final HttpClient client;
    private final int number;
    private final List<String> cases = new ArrayList<>();
    private String csrf = "";
    private String led = "";

    Person(HttpClient client, int number) {
      this.client = client;
      this.number = number;
    }

    void remember(String list) {
      CASE.matcher(list).results().map(m -> m.group(1)).distinct().forEach(this::add);
    }

    private void add(String id) {
      if (cases.size() < 500 && !cases.contains(id)) {
        cases.add(id);
      }
    }
  }
}
