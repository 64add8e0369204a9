package org.passerelle.linkage.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.passerelle.linkage.BadRecords;

/**
 * What belongs to a store: replaced as a whole, so that a run that is killed leaves the store as it
 * was.
 *
 * @param learntFrom records of which was learnt what agreement is worth
 * @param segments in the order in which they were added
 * @param terms by column, how often its values were met
 */
record Manifest(StoreFile.Mark model, int learntFrom, List<Part> segments, List<Terms> terms) {
  static final String NAME = "manifest";
  private static final String VERSION = "passerelle-link-store 1";
  private static final long LARGEST = 10_000_000;

  Manifest {
    segments = List.copyOf(segments);
    terms = List.copyOf(terms);
  }

  /**
   * Records that were added together.
   *
   * @param number no other segment of this store ever had
   * @param first number of its first record
   */
  record Part(int number, int first, int size, List<StoreFile.Mark> files) {
    Part {
      files = List.copyOf(files);
    }
  }

  /**
   * How often the values of a column were met.
   *
   * @param all persons with any value
   * @param alike pairs of persons with one value, counted both ways
   */
  record Terms(double all, double alike) {}

  int size() {
    return segments.isEmpty() ? 0 : last().first() + last().size();
  }

  int nextNumber() {
    return segments.isEmpty() ? 0 : last().number() + 1;
  }

  private Part last() {
    return segments.get(segments.size() - 1);
  }

  private String lines() {
    StringBuilder lines = new StringBuilder(VERSION).append('\n');
    file(lines, model);
    lines.append("learnt-from ").append(learntFrom).append('\n');
    for (Terms of : terms) {
      lines.append("terms %s %s%n".formatted(of.all(), of.alike()).replace("\r", ""));
    }
    for (Part part : segments) {
      lines.append(
          "segment %d %d %d%n"
              .formatted(part.number(), part.first(), part.size())
              .replace("\r", ""));
      part.files().forEach(mark -> file(lines, mark));
    }
    return lines.toString();
  }

  private static void file(StringBuilder lines, StoreFile.Mark mark) {
    lines.append("file ").append(mark.name()).append(' ').append(mark.size());
    lines.append(' ').append(mark.digest()).append('\n');
  }

  private static String digest(String lines) {
    return HexFormat.of()
        .formatHex(Digests.sha256().digest(lines.getBytes(StandardCharsets.UTF_8)));
  }

  /** Puts it in the place of the one before, in one step. */
  void write(Path folder) throws IOException {
    Path fresh = folder.resolve(NAME + ".part");
    String lines = lines();
    String text = lines + "digest " + digest(lines) + "\n";
    try (FileChannel channel = OwnersOnly.fresh(fresh)) {
      ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(
        fresh,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      // a file system that cannot do this keeps names by itself
      return;
    }
  }

  /**
   * Reads it.
   *
   * @throws BadRecords if it is of another version, or not as it was written
   */
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new BadRecords(
          "%s is no store of linked records. Maybe make one with link LIST --store %s."
              .formatted(folder, folder));
    }
    if (Files.size(file) > LARGEST) {
      throw changed(folder);
    }
    String text = Files.readString(file);
    int end = text.lastIndexOf("digest ");
    if (!text.startsWith(VERSION + "\n")) {
      throw new BadRecords(
          "The store %s is of a version that this program does not know. Maybe make it anew from the lists."
              .formatted(folder));
    }
    if (end < 0 || !text.substring(end).equals("digest " + digest(text.substring(0, end)) + "\n")) {
      throw changed(folder);
    }
    return of(text.substring(0, end).lines().skip(1).toList(), folder);
  }

  private static Manifest of(List<String> lines, Path folder) {
    List<StoreFile.Mark> files = new ArrayList<>();
    List<Terms> terms = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    int learntFrom = 0;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "learnt-from" -> learntFrom = Integer.parseInt(words[1]);
        case "terms" ->
            terms.add(new Terms(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
        case "segment" -> {
          parts.add(
              new Part(
                  Integer.parseInt(words[1]),
                  Integer.parseInt(words[2]),
                  Integer.parseInt(words[3]),
                  List.of()));
        }
        case "file" -> {
          StoreFile.Mark mark = new StoreFile.Mark(words[1], Long.parseLong(words[2]), words[3]);
          if (parts.isEmpty()) {
            files.add(mark);
          } else {
            Part part = parts.get(parts.size() - 1);
            List<StoreFile.Mark> marks = new ArrayList<>(part.files());
            marks.add(mark);
            parts.set(parts.size() - 1, new Part(part.number(), part.first(), part.size(), marks));
          }
        }
        default -> throw changed(folder);
      }
    }
    if (files.size() != 1) {
      throw changed(folder);
    }
    return new Manifest(files.get(0), learntFrom, parts, terms);
  }

  private static BadRecords changed(Path folder) {
    return new BadRecords(
        "The manifest of the store %s is not as it was written. Maybe it was edited; make the store anew from the lists, or from a copy."
            .formatted(folder));
  }
}
