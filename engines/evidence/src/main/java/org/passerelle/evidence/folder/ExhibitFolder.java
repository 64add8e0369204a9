package org.passerelle.evidence.folder;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.Version;
import org.passerelle.evidence.custody.BrokenChain;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.internal.Composition;
import org.passerelle.evidence.redaction.Redaction;

/**
 * Reads a folder: every file in it is an exhibit, except {@code case.json}, which describes them,
 * and {@code custody.jsonl} and {@code certificates.pem}, which have the same form as in a
 * container (see docs/case-file.md). Links are rejected, since their targets may change.
 */
public final class ExhibitFolder {
  private static final String DESCRIPTION = "case.json";
  private static final String ENGLISH = "en";
  private static final String CUSTODY = "custody.jsonl";
  private static final String CERTIFICATES = "certificates.pem";
  private static final Set<String> APART = Set.of(DESCRIPTION, CUSTODY, CERTIFICATES);
  private final Path folder;
  private final Path work;

  private ExhibitFolder(Path folder, Path work) {
    this.folder = folder;
    this.work = work;
  }

  /**
   * Reads the case of a folder.
   *
   * @param version version to compile
   * @param work an empty folder for redacted copies, removed by the caller once the case file is
   *     written
   */
  public static CaseFile read(Path folder, Version version, Path work) {
    if (!Files.isDirectory(folder)) {
      throw new BadCaseFile("There is no folder %s. Maybe the path is mistyped.".formatted(folder));
    }
    try {
      return new ExhibitFolder(folder, work).read(version);
    } catch (IOException e) {
      throw new BadCaseFile(
          "The folder %s cannot be read (%s). Maybe check its permissions."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private CaseFile read(Version version) throws IOException {
    Map<String, Path> files = files();
    FolderDescription description = FolderDescription.read(text(DESCRIPTION));
    List<Exhibit> exhibits = exhibits(files, description);
    Certificates certificates = Certificates.read(text(CERTIFICATES).orElse(""));
    return new CaseFile(
        description.number().orElse(name()),
        description.title().orElse(name()),
        description.language().orElse(ENGLISH),
        description.organisation().orElse(""),
        version,
        exhibits,
        chains(text(CUSTODY).orElse(""), certificates),
        certificates);
  }

  private String name() {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return last == null ? "exhibits" : last.toString();
  }

  private Optional<String> text(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    refuseLink(name, file);
    if (Files.size(file) > Composition.MOST) {
      throw new BadCaseFile(
          "%s is larger than %d bytes. Maybe split the case into volumes."
              .formatted(name, Composition.MOST));
    }
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new BadCaseFile("%s is not UTF-8. Maybe save it as UTF-8.".formatted(name), e);
    }
  }

  /** The exhibits by their path below the folder, with slashes, in its order. */
  private Map<String, Path> files() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder)) {
      found = walk.toList();
    } catch (java.io.UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    for (Path path : found) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || APART.contains(name)) {
        continue;
      }
      refuseLink(name, path);
      if (!Files.isReadable(path)) {
        throw new BadCaseFile("%s cannot be read. Maybe check its permissions.".formatted(name));
      }
      files.put(name, path);
    }
    return files;
  }

  private static void refuseLink(String name, Path path) {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new BadCaseFile(
          "%s is a link or not a file. Maybe replace it with its target.".formatted(name));
    }
  }

  private List<Exhibit> exhibits(Map<String, Path> files, FolderDescription description) {
    List<Exhibit> exhibits = new ArrayList<>();
    if (description.exhibits().isEmpty()) {
      files.forEach(
          (name, file) ->
              exhibits.add(
                  Exhibit.of(
                      "%04d".formatted(exhibits.size() + 1), name, type(name), Content.of(file))));
      return exhibits;
    }
    Map<String, Path> left = new LinkedHashMap<>(files);
    Map<String, Path> byNumber = new LinkedHashMap<>();
    for (FolderDescription.Described one : description.exhibits()) {
      if (one.redacts().isPresent()) {
        exhibits.add(redacted(one, description.language().orElse(ENGLISH), exhibits, byNumber));
        continue;
      }
      Path file = left.remove(one.file());
      if (file == null) {
        throw new BadCaseFile(
            "%s describes %s, which does not exist or is described twice. Maybe its name is mistyped."
                .formatted(DESCRIPTION, one.file()));
      }
      exhibits.add(one.exhibit(type(one.file()), Content.of(file)));
      byNumber.put(one.number(), file);
    }
    if (!left.isEmpty()) {
      throw new BadCaseFile(
          "%s does not describe %s. Maybe add it, or move it out of the folder."
              .formatted(DESCRIPTION, String.join(", ", left.keySet())));
    }
    return exhibits;
  }

  private Exhibit redacted(
      FolderDescription.Described one,
      String language,
      List<Exhibit> before,
      Map<String, Path> files) {
    String number = one.redacts().orElse("");
    Path file = files.get(number);
    Exhibit source =
        before.stream().filter(e -> e.number().equals(number)).findFirst().orElse(null);
    if (file == null || source == null) {
      throw new BadCaseFile(
          "Exhibit %s redacts %s, which is not a file described before it. Maybe move it down."
              .formatted(one.number(), number));
    }
    Path copy = work.resolve((before.size() + 1) + ".pdf");
    Redaction.burn(file, copy, one.areas());
    return one.redacted(source, language, Content.of(copy));
  }

  private static String type(String name) {
    String known = URLConnection.guessContentTypeFromName(name);
    return known == null ? "application/octet-stream" : known;
  }

  private static Map<String, CustodyChain> chains(String text, Certificates people) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        lines
            .computeIfAbsent(CustodyEntry.read(line).statement().item(), item -> new ArrayList<>())
            .add(line);
      } catch (IllegalArgumentException e) {
        throw new BadCaseFile(
            "%s, line %d: %s. Maybe it was written by another program."
                .formatted(CUSTODY, number, e.getMessage()),
            e);
      }
    }
    Map<String, CustodyChain> chains = new LinkedHashMap<>();
    lines.forEach(
        (item, of) -> {
          try {
            chains.put(item, CustodyChain.read(item, of, people));
          } catch (BrokenChain e) {
            throw new BadCaseFile(e.getMessage() + " Maybe a part of it is missing.", e);
          }
        });
    return chains;
  }
}
