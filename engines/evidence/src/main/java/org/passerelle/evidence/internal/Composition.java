package org.passerelle.evidence.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Press;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.custody.CustodyEntry;

/** Everything in a container besides exhibits and seal, in order. Immutable. */
public final class Composition {
  /** The first file, by which programs recognise the container. */
  public static final String TYPE_PATH = "mimetype";

  /** The content of the first file (ETSI EN 319 162-1, clause 4.4.3.1). */
  public static final byte[] TYPE =
      "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII);

  /** The list of the names of all files. */
  public static final String LISTING_PATH = Manifest.PATH;

  /** Maximum total size of the descriptive files, including the seal. */
  public static final long MOST = 128L << 20;

  static final String DECLARATION = "bagit.txt";
  static final String ABOUT = "bag-info.txt";
  static final String DESCRIPTION = "case-file.json";
  static final String CASE = "case.jsonld";
  static final String INDEX = "index.pdf";
  static final String CUSTODY = "custody.jsonl";
  static final String CERTIFICATES = "certificates.pem";
  static final String MANIFEST_256 = "manifest-sha256.txt";
  static final String MANIFEST_512 = "manifest-sha512.txt";
  static final String TAGS_256 = "tagmanifest-sha256.txt";
  static final String TAGS_512 = "tagmanifest-sha512.txt";

  /** Every file of a case file that is neither exhibit nor seal. */
  static final List<String> TEXTS =
      List.of(
          DECLARATION,
          ABOUT,
          DESCRIPTION,
          CASE,
          INDEX,
          CUSTODY,
          CERTIFICATES,
          MANIFEST_256,
          MANIFEST_512,
          TAGS_256,
          TAGS_512);

  private final Map<String, byte[]> texts = new LinkedHashMap<>();
  private final List<Item> included;
  private final String digestOfAll;

  private Composition(List<Item> included, String digestOfAll) {
    this.included = included;
    this.digestOfAll = digestOfAll;
  }

  /** Composes the files. */
  public static Composition of(
      CaseFile file, List<Item> items, Signatory by, Instant at, Press press) {
    Composition made =
        new Composition(
            items.stream().filter(Item::included).toList(), Description.digestOfAll(items));
    Map<String, Digests> payload = made.payload();
    Certificates people = made.people(file, by);
    made.put(DECLARATION, BagItFiles.DECLARATION);
    made.put(ABOUT, BagItFiles.about(file, at, payload));
    made.texts.put(DESCRIPTION, Description.of(file, items, by, at));
    made.texts.put(CASE, CaseDocument.of(file, items, people, at));
    made.texts.put(INDEX, press.pdf(file.language(), IndexPage.of(file, items, people, at)));
    made.put(CUSTODY, made.custody());
    made.put(CERTIFICATES, people.pem());
    made.put(MANIFEST_256, BagItFiles.manifest(payload, Digests::sha256));
    made.put(MANIFEST_512, BagItFiles.manifest(payload, Digests::sha512));
    Map<String, Digests> tags = made.measured();
    made.put(TAGS_256, BagItFiles.manifest(tags, Digests::sha256));
    made.put(TAGS_512, BagItFiles.manifest(tags, Digests::sha512));
    return made;
  }

  /** Certificates of those who signed for an included exhibit; the others are not named. */
  private Certificates people(CaseFile file, Signatory by) {
    Certificates people = Certificates.of(List.of(by.certificate()));
    for (Item item : included) {
      for (CustodyEntry entry : item.chain().entries()) {
        for (String id : List.of(entry.statement().from(), entry.statement().to())) {
          if (file.certificates().find(id).isPresent()) {
            people = people.with(file.certificates().find(id).get());
          }
        }
      }
    }
    return people;
  }

  private String custody() {
    return included.stream()
        .flatMap(item -> item.chain().entries().stream())
        .map(entry -> entry.line() + "\n")
        .collect(Collectors.joining());
  }

  private void put(String name, String text) {
    texts.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Digests> payload() {
    Map<String, Digests> payload = new LinkedHashMap<>();
    included.forEach(item -> payload.put(item.path(), item.digests()));
    return payload;
  }

  private Map<String, Digests> measured() {
    Map<String, Digests> measured = new LinkedHashMap<>();
    texts.forEach((name, bytes) -> measured.put(name, Measure.of(bytes).digests()));
    return measured;
  }

  /** Names with bytes, in the order of writing. */
  public Map<String, byte[]> texts() {
    return texts;
  }

  /** Rejects files larger than a verifier would read. */
  public void refuseTooLarge(byte[] seal) {
    long size = TYPE.length + (long) listing().length + seal.length;
    for (byte[] text : texts.values()) {
      size += text.length;
    }
    if (size > MOST || seal.length > XadesSeal.MOST) {
      throw new BadCaseFile(
          "The descriptive files take %d bytes (the seal %d of them); the maximum is %d, and %d for the seal. Maybe split the case into volumes."
              .formatted(size, seal.length, MOST, XadesSeal.MOST));
    }
  }

  /** The exhibits whose bytes are included. */
  public List<Item> included() {
    return included;
  }

  /** A digest over all listed exhibits. */
  public String digestOfAll() {
    return digestOfAll;
  }

  /** The names of all sealed files. */
  public byte[] listing() {
    return Manifest.of(digests().keySet());
  }

  /** Digests of all sealed files. */
  public Map<String, Digests> digests() {
    Map<String, Digests> all = measured();
    all.putAll(payload());
    return all;
  }
}
