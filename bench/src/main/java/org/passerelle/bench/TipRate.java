package org.passerelle.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Strangers who write to a demonstration on this machine: {@code TipRate http://localhost:PORT
 * PROCESS [TIPS CLIENTS POSTS]}. So many clients at once send so many tips, each with the number
 * that a browser finds; then each code that was shown is tried. Last a bot posts forms, half of
 * them without a number and half with a wrong one. Prints p50, p95 and p99 in milliseconds, errors,
 * and the CPU time of the server.
 */
public final class TipRate {
  private static final Pattern BITS = Pattern.compile("data-bits=\"([0-9]+)\"");
  private static final Pattern WORDS = Pattern.compile("(?s)<ol class=\"code-words\".*?</ol>");
  private static final Pattern WORD = Pattern.compile("<li>([^<]+)</li>");
  private static final int OF_ONE_FORM = 2_000;
  private final String base;
  private final long process;
  private final Map<String, ConcurrentLinkedQueue<Double>> times = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private final Queue<String> codes = new ConcurrentLinkedQueue<>();

  private TipRate(String base, long process) {
    this.base = base;
    this.process = process;
  }

  /** Address, process id of the server, numbers of tips, clients and posts of the bot. */
  public static void main(String[] arguments) throws Exception {
    if (!arguments[0].matches("http://(localhost|127\\.0\\.0\\.1):[0-9]+")) {
      throw new IllegalArgumentException(
          "Only a server on this machine is loaded, not " + arguments[0]);
    }
    TipRate rate = new TipRate(arguments[0], Long.parseLong(arguments[1]));
    int tips = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
    int clients = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 50;
    int posts = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 5_000;
    rate.many("tips sent", tips, clients, rate::send);
    int sent = rate.codes.size();
    System.out.printf(
        Locale.ROOT,
        "%d codes shown, %d of them different%n",
        sent,
        new HashSet<>(rate.codes).size());
    List<String> shown = new ArrayList<>(rate.codes);
    AtomicInteger found = new AtomicInteger();
    AtomicInteger next = new AtomicInteger();
    rate.many(
        "codes tried",
        sent,
        clients,
        () -> rate.comeBack(shown.get(next.getAndIncrement()), found));
    System.out.printf(Locale.ROOT, "%d of %d codes find their tip%n", found.get(), sent);
    for (String number : List.of("", "1")) {
      rate.bots(
          number.isEmpty() ? "posts without a number" : "posts with a wrong one",
          posts / 2,
          number);
    }
  }

  private interface Act {
    void run() throws IOException, InterruptedException;
  }

  private void many(String what, int times, int clients, Act act) throws Exception {
    Duration before = cpu();
    long began = System.nanoTime();
    AtomicInteger left = new AtomicInteger(times);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      all.add(
          threads.submit(
              () -> {
                while (left.getAndDecrement() > 0) {
                  act.run();
                }
                return true;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    int seconds = Math.max(1, (int) ((System.nanoTime() - began) / 1_000_000_000));
    Duration took = cpu().minus(before);
    LoadReport.print(what, seconds, process, this.times, errors);
    System.out.printf(
        Locale.ROOT,
        "  %d in %d s; the server took %.1f s of CPU, %.2f ms for each%n",
        times,
        seconds,
        took.toMillis() / 1e3,
        took.toMillis() / (double) times);
    this.times.clear();
  }

  private Duration cpu() {
    return ProcessHandle.of(process)
        .flatMap(house -> house.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private void send() throws IOException, InterruptedException {
    FormBrowser form = new FormBrowser(base);
    String page = timed("form", () -> form.open("/tips"));
    Matcher bits = BITS.matcher(page);
    if (!bits.find()) {
      errors.add("nobody receives");
      return;
    }
    String number = solved(form.field("ticket"), Integer.parseInt(bits.group(1)));
    String sent = timed("sent", () -> form.post("/tips", tip(form, number)).body());
    Matcher list = WORDS.matcher(sent);
    if (list.find()) {
      codes.add(
          String.join(" ", WORD.matcher(list.group()).results().map(r -> r.group(1)).toList()));
    } else {
      errors.add("no code");
    }
  }

  private void comeBack(String code, AtomicInteger found) throws IOException, InterruptedException {
    FormBrowser form = new FormBrowser(base);
    form.open("/tips/return");
    HttpResponse<String> answer = form.post("/tips/return", Map.of("return-code", code));
    if (answer.headers().firstValue("Location").orElse("").endsWith("/inside")) {
      found.incrementAndGet();
    }
  }

  /**
   * The same form again and again, as a program would send it; each is refused. A form that is old
   * enough would be taken without a number a few times an hour, for those without scripts.
   */
  private void bots(String what, int posts, String number) throws Exception {
    AtomicInteger sent = new AtomicInteger();
    AtomicReference<FormBrowser> open = new AtomicReference<>();
    many(
        what,
        posts,
        4,
        () -> {
          FormBrowser form = open.get();
          if (form == null || sent.getAndIncrement() % OF_ONE_FORM == 0) {
            form = new FormBrowser(base);
            form.open("/tips");
            open.set(form);
          }
          FormBrowser current = form;
          String page = timed("refused", () -> current.post("/tips", tip(current, number)).body());
          if (WORDS.matcher(page).find()) {
            errors.add("a bot was let in");
          }
        });
  }

  private static Map<String, String> tip(FormBrowser form, String number) {
    return Map.of(
        "ticket",
        form.field("ticket"),
        "team",
        form.field("team"),
        "number",
        number,
        "kind",
        "wrong",
        "danger-now",
        "no",
        "what",
        "Something is wrong at the brickyard " + form.field("ticket"));
  }

  private interface Asked {
    String answer() throws IOException, InterruptedException;
  }

  private String timed(String what, Asked asked) throws IOException, InterruptedException {
    long began = System.nanoTime();
    String answer = asked.answer();
    times
        .computeIfAbsent(what, unseen -> new ConcurrentLinkedQueue<>())
        .add((System.nanoTime() - began) / 1e6);
    return answer;
  }

  private static String solved(String ticket, int bits) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (int number = 0; ; number++) {
        byte[] found = hash.digest((ticket + ":" + number).getBytes(StandardCharsets.US_ASCII));
        if (Integer.numberOfLeadingZeros(ByteBuffer.wrap(found).getInt()) >= bits) {
          return Integer.toString(number);
        }
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
