package org.passerelle.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.passerelle.evidence.internal.Forgery;

/** A manipulated file, and another case file of the same office. */
record Hand(Path file, Path other, Random random) {
  static final Signatory EXPIRED = Keys.of("Old", "secp256r1", Keys.NOW.minus(Duration.ofDays(1)));

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  void flip(int at) throws IOException {
    byte[] all = Files.readAllBytes(file);
    all[at] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, all);
  }

  static List<String> shorter(List<String> lines) {
    // the last entry of the first exhibit's chain: its signatory may want it gone
    return java.util.stream.IntStream.range(0, lines.size())
        .filter(i -> i != 3)
        .mapToObj(lines::get)
        .toList();
  }

  static String forged(String line) {
    String payload = line.replaceFirst(".*\"payload\":\"([^\"]*)\".*", "$1");
    String said = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    String other = said.replaceFirst("\"place\":\"[^\"]*\"", "\"place\":\"elsewhere\"");
    return line.replace(
        payload, Base64.getUrlEncoder().withoutPadding().encodeToString(Cases.bytes(other)));
  }

  static Forgery swapped(Hand hand) throws IOException {
    Forgery forgery = Forgery.of(hand.file());
    List<String> names = new ArrayList<>(forgery.exhibits());
    Collections.shuffle(names, hand.random());
    byte[] first = forgery.files().get(names.get(0));
    forgery.files().put(names.get(0), forgery.files().get(names.get(1)));
    forgery.files().put(names.get(1), first);
    return forgery;
  }

  static byte[] more(Hand hand) {
    return Cases.bytes("more " + hand.random().nextLong());
  }

  static int indexOf(byte[] all, byte[] part) {
    for (int i = 0; i <= all.length - part.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalStateException("not there");
  }
}
