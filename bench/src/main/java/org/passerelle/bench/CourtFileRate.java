package org.passerelle.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A case file through a demonstration on this machine: {@code CourtFileRate http://localhost:PORT
 * PROCESS FILE [EXHIBITS MEGABYTES]}. An investigator uploads so many files of random bytes at once
 * and takes them in, a prosecutor compiles them and saves the container as FILE. Prints the time of
 * each step, the CPU time of the server, and its memory. The goal for 500 exhibits and 1,000 MB is
 * two minutes for the compiling, with {@code -Xmx512m}.
 */
public final class CourtFileRate {
  private static final int EXHIBITS = 500;
  private static final int MEGABYTES = 1_000;
  private static final int MEGABYTE = 1 << 20;
  private static final String PASSWORD = "passerelle-demo-2026";
  private static final Pattern INVESTIGATION =
      Pattern.compile("/prosecute/investigations/[0-9a-f-]{36}(?=\")");
  private static final Pattern UPLOAD =
      Pattern.compile("name=\"uploads\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern EXHIBIT =
      Pattern.compile("name=\"exhibits\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern FILE = Pattern.compile("/case-files/[0-9a-f-]{36}(?=\")");
  private final String base;
  private final long process;

  private CourtFileRate(String base, long process) {
    this.base = base;
    this.process = process;
  }

  /** Address, process id of the server, container, number of exhibits, megabytes of all. */
  public static void main(String[] arguments) throws Exception {
    if (!arguments[0].matches("http://(localhost|127\\.0\\.0\\.1):[0-9]+")) {
      throw new IllegalArgumentException(
          "Only a server on this machine is loaded, not " + arguments[0]);
    }
    int exhibits = arguments.length > 3 ? Integer.parseInt(arguments[3]) : EXHIBITS;
    int megabytes = arguments.length > 4 ? Integer.parseInt(arguments[4]) : MEGABYTES;
    new CourtFileRate(arguments[0], Long.parseLong(arguments[1]))
        .run(Path.of(arguments[2]), exhibits, (long) megabytes * MEGABYTE / exhibits);
  }

  private void run(Path to, int exhibits, long size) throws Exception {
    FormBrowser investigator = signedIn("antoine.parquet");
    String at = first(INVESTIGATION, investigator.open("/prosecute/investigations"));
    String several = at + "/exhibits/several";
    investigator.open(several);
    Map<String, FormBrowser.Content> files = new LinkedHashMap<>();
    for (int i = 0; i < exhibits; i++) {
      int seed = i;
      files.put(
          "exhibit-%04d.bin".formatted(i),
          new FormBrowser.Content(size, () -> new Noise(seed, size)));
    }
    timed(
        "uploaded",
        () -> led(investigator.send(several + "/upload", Map.of("kind", "file"), files), several));
    List<String[]> intake = new ArrayList<>();
    intake.add(new String[] {"place", "Exhibits room"});
    intake.add(new String[] {"currentPassword", PASSWORD});
    chosen(UPLOAD, "uploads", investigator.open(several), intake);
    timed(
        "taken in",
        () -> ended(investigator, led(investigator.post(several + "/intake", intake), "/work/")));
    FormBrowser prosecutor = signedIn("sophie.parquet");
    if (!prosecutor.open("/prosecute/seal").contains("/prosecute/seal/end")) {
      led(prosecutor.post("/prosecute/seal/made", Map.of("currentPassword", PASSWORD)), "/");
    }
    List<String[]> form = new ArrayList<>();
    form.add(new String[] {"title", "A large file"});
    form.add(new String[] {"reference", "00/26"});
    form.add(new String[] {"language", "en"});
    form.add(new String[] {"versions", "prosecution"});
    form.add(new String[] {"currentPassword", PASSWORD});
    chosen(EXHIBIT, "exhibits", prosecutor.open(at + "/case-files"), form);
    timed(
        "compiled",
        () -> ended(prosecutor, led(prosecutor.post(at + "/case-files", form), "/work/")));
    String file = at + first(FILE, prosecutor.open(at + "/case-files"));
    timed("saved", () -> prosecutor.save(file + "/container", to));
    System.out.printf("%s has %,d bytes%n", to, Files.size(to));
  }

  private FormBrowser signedIn(String login) throws IOException, InterruptedException {
    FormBrowser browser = new FormBrowser(base);
    browser.open("/sign-in");
    led(browser.post("/sign-in", Map.of("login", login, "password", PASSWORD)), "/");
    return browser;
  }

  private static String first(Pattern pattern, String page) {
    return pattern
        .matcher(page)
        .results()
        .map(found -> found.group())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing on the page like " + pattern));
  }

  private static void chosen(Pattern pattern, String field, String page, List<String[]> form) {
    pattern
        .matcher(page)
        .results()
        .forEach(found -> form.add(new String[] {field, found.group(1)}));
  }

  private static String led(HttpResponse<String> answer, String to) {
    String location = answer.headers().firstValue("location").orElse("");
    String path = location.replaceFirst("^http://[^/]*", "");
    if (!path.startsWith(to)) {
      throw new IllegalStateException(
          "%d leads to \"%s\" instead of %s.%n%s"
              .formatted(answer.statusCode(), path, to, answer.body()));
    }
    return path;
  }

  private static void ended(FormBrowser browser, String work)
      throws IOException, InterruptedException {
    for (String page = browser.open(work);
        page.contains(work + "/cancel");
        page = browser.open(work)) {
      Thread.sleep(500);
    }
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private void timed(String what, Step step) throws IOException, InterruptedException {
    Duration before = cpu();
    long began = System.nanoTime();
    step.run();
    System.out.printf(
        "%s: %.1f s, %.1f s of CPU of the server, %s%n",
        what,
        (System.nanoTime() - began) / 1e9,
        cpu().minus(before).toMillis() / 1e3,
        Files.readString(Path.of("/proc/" + process + "/status"), StandardCharsets.US_ASCII)
            .replaceAll("(?s).*VmHWM:\\s*([0-9]+) kB.*", "at most $1 kB resident so far"));
  }

  private Duration cpu() {
    return ProcessHandle.of(process)
        .flatMap(house -> house.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** Random bytes of a length. */
  private static final class Noise extends FilterInputStream {
    private final Random random;
    private long left;

    Noise(int seed, long size) {
      super(InputStream.nullInputStream());
      random = new Random(seed);
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? random.nextInt(256) : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      int now = (int) Math.min(left, length);
      if (now == 0) {
        return -1;
      }
      byte[] bytes = new byte[now];
      random.nextBytes(bytes);
      System.arraycopy(bytes, 0, to, from, now);
      left -= now;
      return now;
    }
  }
}
