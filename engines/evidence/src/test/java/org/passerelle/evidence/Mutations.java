package org.passerelle.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.evidence.Departure.Kind;
import org.passerelle.evidence.internal.Forgery;

/** Manipulations of a case file, each with the expected departure. */
public enum Mutations {
  A_BYTE_OF_AN_EXHIBIT(Kind.CHANGED) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      String name = hand.pick(forgery.exhibits());
      byte[] bytes = forgery.bytes(name);
      int found = Hand.indexOf(Files.readAllBytes(hand.file()), bytes);
      hand.flip(found + hand.random().nextInt(bytes.length));
    }
  },
  ANY_BYTE(null) {
    @Override
    void apply(Hand hand) throws IOException {
      hand.flip(hand.random().nextInt((int) Files.size(hand.file())));
    }
  },
  A_BYTE_OF_THE_SEAL(null) {
    @Override
    void apply(Hand hand) throws IOException {
      byte[] all = Files.readAllBytes(hand.file());
      int seal = Hand.indexOf(all, "<asic:XAdESSignatures".getBytes(StandardCharsets.US_ASCII));
      int end = Hand.indexOf(all, "</asic:XAdESSignatures>".getBytes(StandardCharsets.US_ASCII));
      hand.flip(seal + hand.random().nextInt(end - seal));
    }
  },
  CUT_OFF(Kind.CUT) {
    @Override
    void apply(Hand hand) throws IOException {
      byte[] all = Files.readAllBytes(hand.file());
      Files.write(hand.file(), Arrays.copyOf(all, 1 + hand.random().nextInt(all.length - 1)));
    }
  },
  LENGTHENED(Kind.LAYOUT) {
    @Override
    void apply(Hand hand) throws IOException {
      byte[] all = Files.readAllBytes(hand.file());
      byte[] more = Arrays.copyOf(all, all.length + 1 + hand.random().nextInt(30));
      Files.write(hand.file(), more);
    }
  },
  OTHER_ORDER(Kind.LAYOUT) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      List<String> names = new ArrayList<>(forgery.files().keySet());
      int at = 2 + hand.random().nextInt(names.size() - 3);
      Collections.swap(names, at, at + 1);
      Map<String, byte[]> files = new LinkedHashMap<>(forgery.files());
      forgery.files().clear();
      names.forEach(name -> forgery.files().put(name, files.get(name)));
      forgery.write(hand.file());
    }
  },
  SHORTER_CHAIN(Kind.CHAIN_CUT) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.custody(Hand.shorter(forgery.custody())).write(hand.file());
    }
  },
  SHORTER_CHAIN_SEALED_BY_A_STRANGER(Kind.CHAIN_CUT) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.custody(Hand.shorter(forgery.custody())).rebagged();
      forgery.resealed(Cases.STRANGER, Keys.NOW).write(hand.file());
    }
  },
  SHORTER_CHAIN_SEALED_BY_THE_OFFICE(Kind.CHAIN_CUT) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.custody(Hand.shorter(forgery.custody())).rebagged();
      forgery.resealed(Cases.PROSECUTION, Keys.NOW).write(hand.file());
    }
  },
  FORGED_HANDOVER(Kind.CHAIN) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      List<String> lines = forgery.custody();
      int at = hand.random().nextInt(lines.size());
      lines.set(at, Hand.forged(lines.get(at)));
      forgery.custody(lines).rebagged().resealed(Cases.PROSECUTION, Keys.NOW).write(hand.file());
    }
  },
  SWAPPED(Kind.SWAPPED) {
    @Override
    void apply(Hand hand) throws IOException {
      Hand.swapped(hand).write(hand.file());
    }
  },
  SWAPPED_WITH_MANIFESTS(Kind.SWAPPED) {
    @Override
    void apply(Hand hand) throws IOException {
      Hand.swapped(hand).rebagged().write(hand.file());
    }
  },
  SWAPPED_AND_SEALED_BY_THE_OFFICE(Kind.SWAPPED) {
    @Override
    void apply(Hand hand) throws IOException {
      Hand.swapped(hand).rebagged().resealed(Cases.PROSECUTION, Keys.NOW).write(hand.file());
    }
  },
  REPLACED_AND_SEALED_BY_THE_OFFICE(Kind.MANIFEST) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      String name = hand.pick(forgery.exhibits());
      Digests before = forgery.digests(name);
      forgery.files().put(name, Cases.bytes("another " + hand.random().nextLong()));
      Digests after = forgery.digests(name);
      forgery.description(
          forgery
              .description()
              .replace(before.sha256(), after.sha256())
              .replace(before.sha512(), after.sha512())
              .replace("\"size\" : " + before.size(), "\"size\" : " + after.size()));
      forgery.rebagged().resealed(Cases.PROSECUTION, Keys.NOW).write(hand.file());
    }
  },
  REMOVED(Kind.MISSING) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.files().remove(hand.pick(forgery.exhibits()));
      forgery.write(hand.file());
    }
  },
  REMOVED_AND_SEALED_BY_THE_OFFICE(Kind.MISSING) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.files().remove(hand.pick(forgery.exhibits()));
      forgery.rebagged().resealed(Cases.PROSECUTION, Keys.NOW).write(hand.file());
    }
  },
  ADDED(Kind.ADDED) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.added("data/exhibits/9%d.txt".formatted(hand.random().nextInt(99)), Hand.more(hand));
      forgery.write(hand.file());
    }
  },
  ADDED_AND_SEALED_BY_THE_OFFICE(Kind.ADDED) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.added("data/exhibits/9%d.txt".formatted(hand.random().nextInt(99)), Hand.more(hand));
      forgery.rebagged().resealed(Cases.PROSECUTION, Keys.NOW).write(hand.file());
    }
  },
  SEALED_BY_A_STRANGER(Kind.STRANGER) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery.of(hand.file()).resealed(Cases.STRANGER, Keys.NOW).write(hand.file());
    }
  },
  SEALED_AND_DESCRIBED_BY_A_STRANGER(Kind.STRANGER) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.description(
          forgery
              .description()
              .replaceFirst(
                  "\"compiledBy\" : \"[^\"]*\"",
                  "\"compiledBy\" : \"%s\"".formatted(Cases.STRANGER.id())));
      forgery.rebagged().resealed(Cases.STRANGER, Keys.NOW).write(hand.file());
    }
  },
  EXHIBITS_OF_ANOTHER_CASE(Kind.CHANGED) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      Forgery other = Forgery.of(hand.other());
      other.exhibits().forEach(name -> forgery.files().put(name, other.files().get(name)));
      forgery.write(hand.file());
    }
  },
  DESCRIPTION_OF_ANOTHER_CASE(Kind.MANIFEST) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      Forgery other = Forgery.of(hand.other());
      forgery.description(other.description());
      forgery.files().put("manifest-sha256.txt", other.files().get("manifest-sha256.txt"));
      forgery.write(hand.file());
    }
  },
  SEAL_OF_ANOTHER_CASE(Kind.CHANGED) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      String seal = "META-INF/signatures001.xml";
      forgery.files().put(seal, Forgery.of(hand.other()).files().get(seal));
      forgery.write(hand.file());
    }
  },
  SEALED_WITH_A_CERTIFICATE_THAT_HAD_RUN_OUT(Kind.EXPIRED) {
    @Override
    void apply(Hand hand) throws IOException {
      Instant at = Keys.NOW.minus(Duration.ofMinutes(hand.random().nextInt(600)));
      Forgery.of(hand.file()).resealed(Hand.EXPIRED, at).write(hand.file());
    }
  },
  DERIVED_FROM_ITSELF(Kind.DERIVATION) {
    @Override
    void apply(Hand hand) throws IOException {
      Forgery forgery = Forgery.of(hand.file());
      forgery.description(
          forgery
              .description()
              .replaceFirst("\"derivedFrom\" : \\[ ?\\]", "\"derivedFrom\" : [ \"0001\" ]"));
      forgery.rebagged().resealed(Cases.PROSECUTION, Keys.NOW).write(hand.file());
    }
  };

  private final @org.jspecify.annotations.Nullable Kind kind;

  Mutations(@org.jspecify.annotations.Nullable Kind kind) {
    this.kind = kind;
  }

  /** Cycles through the manipulations. */
  static Mutations turn(int number) {
    List<Mutations> all = List.of(values());
    return all.get(number % all.size());
  }

  /** The minimum expected departure; null if any will do. */
  @org.jspecify.annotations.Nullable
  Kind kind() {
    return kind;
  }

  /** Applies the manipulation. */
  abstract void apply(Hand hand) throws IOException;
}
