package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.storage.keys.AgeKey;

/**
 * Must be shown 2 of tips: a process of the public pages takes a hundred tips, half of them sealed
 * as a browser seals them. Afterwards neither a dump of its heap nor a file of the database holds a
 * text of one; what a browser sealed was never on the wire in clear and has three sizes there.
 */
@Tag("long")
class PublicProcessTest {
  private static final UUID TEAM = UUID.fromString("5b1c2c4e-0a68-4a0e-9c5e-7f6a3f0f5a11");
  private static final int EACH = 50;
  private static final int[] SIZES = {16 << 10, 256 << 10, 4 << 20};

  /** What the script of the form fills the fields of choices up to. */
  private static final int FILLED = 40;

  private static final Pattern BITS = Pattern.compile("data-bits=\"([0-9]+)\"");
  private static final Pattern FIELD =
      Pattern.compile("name=\"(_csrf|_once|_form|ticket)\" value=\"([^\"]*)\"");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
  private final Path folder = Server.folder();
  private final PublicDatabase database;
  private final String recipient = AgeKey.fresh(new SecureRandom()).recipient();

  PublicProcessTest() throws IOException {
    database = new PublicDatabase(folder);
  }

  @Test
  void nothingOfATipStays() throws Exception {
    database.prepare();
    aTeamReceives();
    Server pages = database.pages(" -Dpasserelle.sweep=PT5S");
    try (Recorded wire = new Recorded(URI.create(pages.address()).getPort())) {
      for (int i = 0; i < EACH; i++) {
        send(wire.address(), i, true);
      }
      onlyThreeSizesAndNothingInClear(wire.sent());
      wire.forget();
      for (int i = 0; i < EACH; i++) {
        send(wire.address(), i, false);
      }
      assertThat(wire.sent())
          .as("the record records")
          .anyMatch(bytes -> Markers.holds(bytes, Markers.SERVER));
      assertThat(database.one("select count(*) from tip")).isEqualTo(String.valueOf(2 * EACH));
      nothingInTheDatabase();
      Eventually.is(
          "no text is in memory", java.time.Duration.ofSeconds(45), () -> !dumpHolds(pages));
    } finally {
      pages.close();
      database.close();
    }
  }

  private void aTeamReceives() throws SQLException {
    database.sql(
        """
        insert into organisation (id, handle, name_en, name_fr, name_sr, type, country, mandate, place, duty_phone,
          casework, active, created)
        values ('%s', 'triage-test', 'T', 'T', 'T', 'ngo', 'RS', '', '', '', false, true, current_timestamp);
        insert into tip_team (organisation, recipient, secret, receives, opened_at)
        values ('%s', '%s', '', true, current_timestamp)"""
            .formatted(TEAM, TEAM, recipient));
  }

  /** Sends a tip, sealed here as the script of the form does it, or as a form without scripts. */
  private void send(String address, int number, boolean sealed) throws Exception {
    HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new java.net.CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    String form =
        http.send(
                HttpRequest.newBuilder(URI.create(address + "/tips")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher bits = BITS.matcher(form);
    assertThat(bits.find()).as(form).isTrue();
    List<String> fields = new ArrayList<>();
    FIELD.matcher(form).results().forEach(f -> fields.addAll(List.of(f.group(1), f.group(2))));
    String ticket = fields.get(fields.indexOf("ticket") + 1);
    String puzzle = Puzzle.solved(ticket, Integer.parseInt(bits.group(1)));
    String danger = number % 2 == 0 ? "yes" : "unknown";
    fields.addAll(List.of("team", TEAM.toString(), "danger-now", danger, "number", puzzle));
    byte[] document = new byte[0];
    if (sealed) {
      int size = SIZES[number % 10 == 0 ? 2 : number % 3 == 0 ? 1 : 0];
      fields.addAll(List.of("fill", ".".repeat(FILLED - puzzle.length() - danger.length())));
      document =
          sealed(
              "{\"format\":\"passerelle-tip-1\",\"what\":\"" + Markers.BROWSER + number + "\"}",
              size);
    } else {
      fields.addAll(
          List.of(
              "kind", "wrong", "what", Markers.SERVER + number + " " + "x".repeat(number * 40)));
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "/tips"))
                .header("Content-Type", "multipart/form-data; boundary=xxBOUNDARYxx")
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(fields, document)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private byte[] sealed(String json, int size) throws IOException {
    byte[] padded = Arrays.copyOf(json.getBytes(StandardCharsets.UTF_8), size);
    Arrays.fill(padded, json.length(), size, (byte) ' ');
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream sealing = AgeKey.sealing(out, recipient)) {
      sealing.write(padded);
    }
    return out.toByteArray();
  }

  private static byte[] multipart(List<String> fields, byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String part = "--xxBOUNDARYxx\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
    for (int i = 0; i < fields.size(); i += 2) {
      out.writeBytes(
          (part.formatted(fields.get(i), "") + fields.get(i + 1) + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    if (file.length > 0) {
      out.writeBytes(
          part.formatted("sealed", "; filename=\"tip\"").getBytes(StandardCharsets.UTF_8));
      out.writeBytes(file);
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes("--xxBOUNDARYxx--\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static void onlyThreeSizesAndNothingInClear(List<byte[]> connections) {
    Set<Integer> sizes = new TreeSet<>();
    for (byte[] sent : connections) {
      assertThat(Markers.holds(sent, Markers.BROWSER)).isFalse();
      Matcher length = LENGTH.matcher(new String(sent, StandardCharsets.ISO_8859_1));
      while (length.find()) {
        sizes.add(Integer.parseInt(length.group(1)));
      }
    }
    System.out.println("Sizes on the wire: " + sizes);
    assertThat(sizes).hasSize(SIZES.length);
  }

  /** Every file of the database: tables, indexes and what is written ahead of them. */
  private void nothingInTheDatabase() throws Exception {
    database.sql("checkpoint");
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(database.one("show data_directory")))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(100);
    for (Path file : files) {
      assertThat(Markers.marked(file)).as("%s", file).isFalse();
    }
  }

  /** Every object of the heap, whether something still refers to it or not. */
  private boolean dumpHolds(Server pages) throws Exception {
    Path dump = Files.createTempFile(folder, "heap", ".hprof");
    Files.delete(dump);
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                pid(pages),
                "GC.heap_dump",
                "-all",
                dump.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("jcmd.txt").toFile())
            .start();
    assertThat(jcmd.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(dump).as(Files.readString(folder.resolve("jcmd.txt"))).exists();
    boolean holds = Markers.marked(dump);
    System.out.printf("A dump of %d MB holds a text: %s%n", Files.size(dump) >> 20, holds);
    Files.delete(dump);
    return holds;
  }

  private static String pid(Server pages) {
    String data = pages.data().toString();
    return ProcessHandle.allProcesses()
        .filter(one -> one.info().arguments().map(Arrays::asList).orElse(List.of()).contains(data))
        .filter(one -> one.info().command().orElse("").endsWith("java"))
        .map(one -> String.valueOf(one.pid()))
        .findFirst()
        .orElseThrow();
  }
}
