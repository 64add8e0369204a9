package org.passerelle.evidence.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Signatory;

/** A container taken apart, to be reassembled by a forger who knows the format. */
public final class Forgery {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Takes a container apart. */
  public static Forgery of(Path file) throws IOException {
    Forgery forgery = new Forgery();
    try {
      ZipReader.read(
          Files.newInputStream(file),
          new ZipReader.Reader() {
            @Override
            public OutputStream open(String name, long size) {
              return new ByteArrayOutputStream();
            }

            @Override
            public void closed(String name, OutputStream out, Digests digests, boolean summed) {
              forgery.files.put(name, ((ByteArrayOutputStream) out).toByteArray());
            }
          });
    } catch (ZipReader.Otherwise e) {
      throw new IllegalStateException(e);
    }
    return forgery;
  }

  /** All files. */
  public Map<String, byte[]> files() {
    return files;
  }

  /** The bytes of an existing file. */
  public byte[] bytes(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /** The paths of exhibits. */
  public List<String> exhibits() {
    return files.keySet().stream().filter(name -> name.startsWith("data/")).toList();
  }

  /** The lines of custody. */
  public List<String> custody() {
    return new ArrayList<>(text(Composition.CUSTODY).lines().toList());
  }

  /** Replaces the lines of custody. */
  public Forgery custody(List<String> lines) {
    return text(Composition.CUSTODY, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /** The description. */
  public String description() {
    return text(Composition.DESCRIPTION);
  }

  /** Replaces the description. */
  public Forgery description(String json) {
    return text(Composition.DESCRIPTION, json);
  }

  private String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private Forgery text(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Updates all manifests to the actual files. */
  public Forgery rebagged() {
    Map<String, Digests> payload = new LinkedHashMap<>();
    exhibits().forEach(name -> payload.put(name, digests(name)));
    long octets = payload.values().stream().mapToLong(Digests::size).sum();
    text(
        Composition.ABOUT,
        text(Composition.ABOUT)
            .replaceAll("Payload-Oxum: .*", "Payload-Oxum: " + octets + "." + payload.size()));
    text(Composition.MANIFEST_256, BagItFiles.manifest(payload, Digests::sha256));
    text(Composition.MANIFEST_512, BagItFiles.manifest(payload, Digests::sha512));
    Map<String, Digests> tags = new LinkedHashMap<>();
    sealed().forEach((name, digests) -> tags.put(name, digests));
    tags.keySet().removeIf(name -> name.startsWith("data/") || name.startsWith("tagmanifest-"));
    text(Composition.TAGS_256, BagItFiles.manifest(tags, Digests::sha256));
    text(Composition.TAGS_512, BagItFiles.manifest(tags, Digests::sha512));
    files.put(Manifest.PATH, Manifest.of(sealed().keySet()));
    return this;
  }

  /** Seals again. */
  public Forgery resealed(Signatory by, Instant at) {
    byte[] seal = XadesSeal.sign(sealed(), by, at);
    files.remove(XadesSeal.PATH);
    files.put(XadesSeal.PATH, seal);
    return this;
  }

  private Map<String, Digests> sealed() {
    Map<String, Digests> sealed = new LinkedHashMap<>();
    files.keySet().forEach(name -> sealed.put(name, digests(name)));
    List.of(Composition.TYPE_PATH, Manifest.PATH, XadesSeal.PATH).forEach(sealed::remove);
    return sealed;
  }

  /** The digests of a file. */
  public Digests digests(String name) {
    return Measure.of(bytes(name)).digests();
  }

  /** Inserts a file before the seal. */
  public Forgery added(String name, byte[] bytes) {
    byte[] seal = files.remove(XadesSeal.PATH);
    files.put(name, bytes);
    files.put(XadesSeal.PATH, seal);
    return this;
  }

  /** Writes the container. */
  public Path write(Path to) throws IOException {
    try (ZipWriter zip = new ZipWriter(Files.newOutputStream(to))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.add(file.getKey(), file.getValue());
      }
      zip.end();
    }
    return to;
  }
}
