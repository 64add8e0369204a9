package org.passerelle.evidence.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.evidence.Departure;
import org.passerelle.evidence.Departure.Kind;
import org.passerelle.evidence.Digests;

/** Verifies the files against the seal, the description and the manifests. */
final class FilesCheck {
  private final ReadContainer readContainer;
  private final Map<String, Digests> there;
  private final List<Departure> departures;

  FilesCheck(ReadContainer readContainer, List<Departure> departures) {
    this.readContainer = readContainer;
    this.there = readContainer.sealed();
    this.departures = departures;
  }

  /** Names with SHA-512, as listed in the seal. */
  void seal(Map<String, String> sealed) {
    Map<String, String> names = new HashMap<>();
    sealed.forEach((name, digest) -> names.put(digest, name));
    sealed.forEach(
        (name, digest) -> {
          Digests found = there.get(name);
          if (found == null) {
            say(Kind.MISSING, name, "it was sealed and is missing.");
          } else if (!found.sha512().equals(digest)) {
            changed(name, names.get(found.sha512()), "sealed");
          }
        });
    there.keySet().stream()
        .filter(name -> !sealed.containsKey(name))
        .forEach(name -> say(Kind.ADDED, name, "it was added and not sealed."));
  }

  private void changed(String name, @org.jspecify.annotations.Nullable String other, String how) {
    if (other == null) {
      say(Kind.CHANGED, name, "its bytes differ from those that were %s.".formatted(how));
    } else {
      say(Kind.SWAPPED, name, "it contains what was %s as %s.".formatted(how, other));
    }
  }

  /** Compares description and files, and checks that derivations are consistent. */
  void described(Described described) {
    Map<String, String> names = new HashMap<>();
    StringBuilder lines = new StringBuilder();
    described
        .exhibits()
        .values()
        .forEach(
            listed -> {
              Description.line(lines, listed.number(), listed.digests());
              names.put(listed.digests().sha512(), "exhibit " + listed.number());
            });
    if (!Description.digestOf(lines).equals(described.digestOfAll())) {
      say(Kind.MANIFEST, Composition.DESCRIPTION, "its digest of all exhibits is wrong.");
    }
    Set<String> expected = new LinkedHashSet<>(Composition.TEXTS);
    for (Described.Listed listed : described.exhibits().values()) {
      if (listed.included()) {
        expected.add(listed.path());
        exhibit(listed, names);
      }
    }
    there.keySet().stream()
        .filter(name -> !expected.contains(name))
        .forEach(name -> say(Kind.ADDED, name, "it belongs to no described exhibit."));
    order(expected);
  }

  private void exhibit(Described.Listed listed, Map<String, String> names) {
    String where = "exhibit " + listed.number();
    Digests found = there.get(listed.path());
    if (found == null) {
      say(Kind.MISSING, where, "%s is missing.".formatted(listed.path()));
    } else if (!found.equals(listed.digests())) {
      changed(where, names.get(found.sha512()), "described");
    }
  }

  private void order(Set<String> expected) {
    List<String> order = new ArrayList<>(List.of(Composition.TYPE_PATH, Manifest.PATH));
    order.addAll(expected);
    order.add(XadesSeal.PATH);
    List<String> found = new ArrayList<>(readContainer.files().keySet());
    if (found.size() == order.size()
        && !found.equals(order)
        && Set.copyOf(found).equals(Set.copyOf(order))) {
      say(Kind.LAYOUT, "the container", "its files are in a different order.");
    }
    for (String name : order) {
      if (!readContainer.files().containsKey(name) && !name.startsWith("data/")) {
        say(Kind.MISSING, name, "it is required in every case file.");
      }
    }
  }

  /** The list of names, which is not sealed. */
  void listing() {
    if (!Arrays.equals(
        readContainer.bytes(Manifest.PATH).orElse(new byte[0]), Manifest.of(there.keySet()))) {
      say(Kind.MANIFEST, Manifest.PATH, "it does not match the files.");
    }
  }

  /** The manifests of the bag, compared with what they should be. */
  void bag() {
    Map<String, Digests> payload = new LinkedHashMap<>();
    Map<String, Digests> tags = new LinkedHashMap<>();
    there.forEach(
        (name, digests) -> {
          if (name.startsWith("data/")) {
            payload.put(name, digests);
          } else if (!name.startsWith("tagmanifest-")) {
            tags.put(name, digests);
          }
        });
    text(Composition.DECLARATION, BagItFiles.DECLARATION);
    manifest(Composition.MANIFEST_256, payload, Digests::sha256);
    manifest(Composition.MANIFEST_512, payload, Digests::sha512);
    manifest(Composition.TAGS_256, tags, Digests::sha256);
    manifest(Composition.TAGS_512, tags, Digests::sha512);
    long octets = payload.values().stream().mapToLong(Digests::size).sum();
    if (readContainer
        .text(Composition.ABOUT)
        .lines()
        .noneMatch(("Payload-Oxum: " + octets + "." + payload.size())::equals)) {
      say(Kind.MANIFEST, Composition.ABOUT, "it gives a different size of the exhibits.");
    }
  }

  private void manifest(String name, Map<String, Digests> files, Function<Digests, String> digest) {
    text(name, BagItFiles.manifest(files, digest));
  }

  private void text(String name, String expected) {
    if (readContainer.bytes(name).isPresent() && !readContainer.text(name).equals(expected)) {
      say(Kind.MANIFEST, name, "it does not match the files.");
    }
  }

  private void say(Kind kind, String where, String sentence) {
    departures.add(new Departure(kind, where, sentence));
  }
}
