package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** A server that is killed several times while people write, and then asked for what was saved. */
final class KilledServer {
  private static final int ROUNDS = Integer.getInteger("passerelle.rounds", 3);
  private static final int WRITERS = 3;
  private static final Pattern NOTE = Pattern.compile("note-[0-9]+-[0-9]+-[0-9]+!");
  private static final String[] LOGINS = {"jelena.most", "camille.enfance", "arta.ulliri"};

  private KilledServer() {}

  static void rounds(Path data, String... database) throws Exception {
    List<String> options = new ArrayList<>(List.of("--demo=10"));
    options.addAll(List.of(database));
    String[] all = options.toArray(String[]::new);
    Set<String> notes = ConcurrentHashMap.newKeySet();
    Set<String> cases = ConcurrentHashMap.newKeySet();
    String[] own = new String[WRITERS];
    Server server = Server.start(data, all);
    for (int round = 0; round < ROUNDS; round++) {
      int before = notes.size() + cases.size();
      killWhileWriting(server, round, own, notes, cases);
      assertThat(notes.size() + cases.size()).as("writes in round %d", round).isGreaterThan(before);
      server = Server.start(data, all);
      everythingIsThere(server, own, notes, cases);
    }
    server.close();
    assertThat(verify(data, database)).contains("The log is valid");
  }

  private static void killWhileWriting(
      Server server, int round, String[] own, Set<String> notes, Set<String> cases)
      throws Exception {
    AtomicBoolean go = new AtomicBoolean(true);
    List<Thread> writers = new ArrayList<>();
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      int writer = w;
      Client client = Client.in(server.address(), LOGINS[w]);
      if (round == 0) {
        own[w] = open(client).orElseThrow();
        cases.add(w + " " + own[w]);
      }
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; go.get(); i++) {
                  if (!write(
                      client,
                      own[writer],
                      writer,
                      "note-" + round + "-" + writer + "-" + i + "!",
                      notes,
                      cases)) {
                    return;
                  }
                }
              });
      thread.setUncaughtExceptionHandler((t, failure) -> failures.add(failure));
      writers.add(thread);
      thread.start();
    }
    System.out.println("round " + round + " is drawn from the seed " + round);
    int enough = notes.size() + cases.size() + 3 + new Random(round).nextInt(30);
    Eventually.is(
        "so many writes were acknowledged",
        () -> !failures.isEmpty() || notes.size() + cases.size() >= enough);
    server.kill();
    go.set(false);
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(failures).isEmpty();
  }

  /** Writes one note, and sometimes a whole case; false once the server is gone. */
  private static boolean write(
      Client client, String at, int writer, String text, Set<String> notes, Set<String> cases) {
    try {
      client.get(at + "/notes");
      Optional<Client.Answer> answer =
          client.tryPost(at + "/notes", "kind", "observation", "text", text);
      if (answer.isEmpty()) {
        return false;
      }
      assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(302);
      notes.add(text);
      if (text.endsWith("3!")) {
        Optional<String> opened = open(client);
        opened.ifPresent(path -> cases.add(writer + " " + path));
        return opened.isPresent();
      }
      return true;
    } catch (java.util.NoSuchElementException gone) {
      return false;
    }
  }

  private static Optional<String> open(Client client) {
    client.get("/protect/cases/new");
    return client
        .tryPost("/protect/cases", SoundCase.but("name", "Јавор", "pseudonym", "Јавор"))
        .filter(answer -> answer.status() == 302)
        .map(Client.Answer::location);
  }

  private static void everythingIsThere(
      Server server, String[] own, Set<String> notes, Set<String> cases) {
    List<String> found = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      Client client = Client.in(server.address(), LOGINS[w]);
      NOTE.matcher(client.get(own[w] + "/notes").body())
          .results()
          .forEach(note -> found.add(note.group()));
      for (String opened : cases) {
        if (opened.startsWith(w + " ")) {
          Client.Answer answer = client.get(opened.substring(2));
          assertThat(answer.status()).as("the case %s", opened).isEqualTo(200);
          assertThat(answer.body()).as("its key opens it").contains("Јавор");
        }
      }
    }
    assertThat(found).as("notes that were acknowledged").containsAll(notes);
    assertThat(found).as("each of them once").doesNotHaveDuplicates();
  }

  static String verify(Path data, String... database) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Server.HOME.resolve("passerelle").toString(),
                "verify-audit",
                "--data",
                data.toString()));
    command.addAll(List.of(database));
    Path output = Server.folder().resolve("verified.txt");
    Server.process(command, output).waitFor();
    return java.nio.file.Files.readString(output);
  }
}
