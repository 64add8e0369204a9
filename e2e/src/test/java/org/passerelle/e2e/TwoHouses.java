package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.testing.FreePorts;
import org.passerelle.testing.Volume;

/**
 * Two nodes, each a separate process, connected by a bad network, and a hand-over about which both
 * write concurrently, as fast as they can.
 */
final class TwoHouses implements AutoCloseable {
  static final String CAMILLE = "camille.paris";
  static final String BILJANA = "biljana.skopje";
  private static final Pattern WORD = Pattern.compile("(?:paris|skopje)-[0-9]+!");
  private static final int SEED = 4712;

  /** Room for a node with little in it, its search index and its log. */
  private static final int MEGABYTES = 400;

  private final List<RegionHouse> houses = new ArrayList<>();
  private final List<BadWire> wires = new ArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<String> fromParis = new CopyOnWriteArrayList<>();
  private final List<String> fromSkopje = new CopyOnWriteArrayList<>();
  private final AtomicInteger lastWritten = new AtomicInteger();
  private @Nullable Volume disk;
  private String id = "";

  /** Concurrent writers. */
  record Writers(AtomicBoolean go, List<Thread> threads) {}

  /** Starts them; the clock of Skopje may be ahead. */
  TwoHouses(Duration ahead) throws IOException {
    this(ahead, false);
  }

  /**
   * The same.
   *
   * @param smallDisk whether Skopje keeps its data on a disk that the test fills; the test is left
   *     out where none can be mounted
   */
  TwoHouses(Duration ahead, boolean smallDisk) throws IOException {
    Path folder = Server.folder();
    Files.createDirectories(folder);
    if (smallDisk) {
      Path at = Files.createDirectory(folder.resolve("skopje"));
      disk = Volume.mount(at, MEGABYTES).orElse(null);
      assumeTrue(disk != null, "A volume cannot be mounted here: no disk was filled.");
    }
    Files.write(folder.resolve("houses"), List.of("skopje", "paris"));
    for (String name : List.of("skopje", "paris")) {
      int port = FreePorts.next();
      BadWire wire = new BadWire(port, SEED + wires.size());
      wires.add(wire);
      houses.add(
          new RegionHouse(
              name, folder, port, wire.port(), name.equals("skopje") ? ahead : Duration.ZERO));
    }
    Eventually.is(
        "they know each other",
        () ->
            Files.exists(folder.resolve("skopje.met"))
                && Files.exists(folder.resolve("paris.met")));
  }

  /** The disk of Skopje. */
  Volume disk() {
    return Objects.requireNonNull(disk);
  }

  RegionHouse skopje() {
    return houses.get(0);
  }

  RegionHouse paris() {
    return houses.get(1);
  }

  /** Paris hands its case over, and Skopje accepts it. */
  void handOver() {
    id = GivenCase.to("North Macedonia", Client.in(paris().address(), CAMILLE));
    Eventually.is(
        "the dossier arrives",
        () -> Client.in(skopje().address(), BILJANA).get(received()).status() == 200);
    Client biljana = Client.in(skopje().address(), BILJANA);
    biljana.get(received());
    assertThat(biljana.post(received() + "/accept").status()).isEqualTo(302);
  }

  /** Where both sides record its steps. */
  String handedOver() {
    return "/protect/handovers/" + id;
  }

  private String sent() {
    return "/protect/referrals/" + id;
  }

  private String received() {
    return "/protect/received/" + id;
  }

  /** Both write until they are stopped, or their node is gone. */
  Writers write() {
    AtomicBoolean go = new AtomicBoolean(true);
    return new Writers(
        go,
        List.of(
            writer(paris(), CAMILLE, sent(), "paris", fromParis, go),
            writer(skopje(), BILJANA, received(), "skopje", fromSkopje, go)));
  }

  /** Waits until both together have sent this many more. */
  void written(int more) {
    int enough = fromParis.size() + fromSkopje.size() + more;
    Eventually.is(
        "some were sent",
        () -> !failures.isEmpty() || fromParis.size() + fromSkopje.size() >= enough);
  }

  /** Waits until Skopje says that it cannot save; somebody who signs in is logged. */
  void savesNothing() {
    Eventually.is("Skopje says that it cannot save", () -> signsIn() == 503);
  }

  /** Waits until it can again. */
  void savesAgain() {
    Eventually.is("Skopje saves again", () -> signsIn() == 302);
  }

  private int signsIn() {
    Client client = new Client(skopje().address());
    return client.get("/sign-in").status() == 200
        ? client.post("/sign-in", "login", BILJANA, "password", Server.PASSWORD).status()
        : 503;
  }

  void stop(Writers writers) throws InterruptedException {
    writers.go.set(false);
    for (Thread one : writers.threads) {
      one.join();
    }
    assertThat(failures).isEmpty();
  }

  private Thread writer(
      RegionHouse house,
      String login,
      String at,
      String name,
      List<String> sent,
      AtomicBoolean go) {
    Client client = Client.in(house.address(), login);
    Thread thread =
        new Thread(
            () -> {
              // only confirmed ones count; after a broken connection a message may or may not have
              // been sent
              while (go.get()) {
                try {
                  int i = lastWritten.incrementAndGet();
                  int seen = client.get(at).status();
                  if (disk != null && seen == 503) {
                    continue;
                  }
                  Optional<Client.Answer> answer =
                      client.tryPost(at + "/messages", "text", name + "-" + i + "!");
                  if (answer.isEmpty()) {
                    return;
                  }
                  if (disk != null && answer.get().status() == 503) {
                    continue;
                  }
                  assertThat(answer.get().status()).isEqualTo(302);
                  sent.add(name + "-" + i + "!");
                } catch (NoSuchElementException gone) {
                  return;
                }
              }
            });
    thread.setUncaughtExceptionHandler((t, failure) -> failures.add(failure));
    thread.start();
    return thread;
  }

  /** From now on everything passes. */
  void straight() {
    assertThat(wires).as("the way was bad").allMatch(wire -> wire.bent() > 0);
    wires.forEach(BadWire::straight);
  }

  /** What a page confirmed as sent has arrived on the other side, once and in order. */
  void allArrived() {
    arrived(skopje(), BILJANA, received(), "paris", fromParis);
    arrived(paris(), CAMILLE, sent(), "skopje", fromSkopje);
  }

  private static void arrived(
      RegionHouse house, String login, String at, String from, List<String> sent) {
    Client client = Client.in(house.address(), login);
    Eventually.is(
        "everything from " + from,
        Duration.ofMinutes(10),
        () -> words(client.get(at).body(), from).containsAll(sent));
    List<String> there = words(client.get(at).body(), from);
    assertThat(there).as("each once").doesNotHaveDuplicates();
    assertThat(there.stream().filter(sent::contains).toList())
        .as("in the order in which they were sent")
        .isEqualTo(sent);
  }

  private static List<String> words(String page, String from) {
    return WORD.matcher(page)
        .results()
        .map(w -> w.group())
        .filter(w -> w.startsWith(from))
        .toList();
  }

  /** Stops both; the logs of both are valid. */
  void logsHold() throws IOException, InterruptedException {
    for (RegionHouse house : houses) {
      house.close();
      assertThat(KilledServer.verify(house.data())).contains("The log is valid");
    }
  }

  @Override
  public void close() throws IOException {
    houses.forEach(RegionHouse::close);
    for (BadWire wire : wires) {
      wire.close();
    }
    if (disk != null) {
      disk.close();
    }
  }
}
