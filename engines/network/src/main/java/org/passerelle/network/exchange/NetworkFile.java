package org.passerelle.network.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Sentence;
import org.passerelle.network.Wording;

/**
 * A network as read from a file in any format: a table of ties, a matrix, GraphML, GEXF, GML, Pajek
 * or FollowTheMoney, recognised by its content.
 *
 * @param notices remarks for the reader: how the content was interpreted, what is ignored
 */
public record NetworkFile(CaseNetwork network, List<Sentence> notices) {
  private static final Pattern PAJEK =
      Pattern.compile(
          "(?i)(%[^\\n]*\\s+)*\\*(vertices|network|arcs|edges|matrix|partition|vector|permutation)");
  private static final Pattern GML =
      Pattern.compile(
          "(?i)(#[^\\n]*\\s+)*(graph|(creator|version|comment)\\b[^\\[]{0,400})\\s*\\[");
  private static final Pattern UCINET = Pattern.compile("(?i)dl\\s+n");

  /** Copies the remarks. */
  public NetworkFile {
    notices = List.copyOf(notices);
  }

  /**
   * Reads a file.
   *
   * @throws BadNetwork if it contains no valid network
   */
  public static NetworkFile read(Source file, ReadOptions options) throws IOException {
    return Roles.marked(asItStands(file, options));
  }

  private static NetworkFile asItStands(Source file, ReadOptions options) throws IOException {
    String begin = beginning(file);
    if (begin.startsWith("<")) {
      withoutActors(options, file);
      return begin.contains("<gexf") || file.name().toLowerCase(Locale.ROOT).endsWith(".gexf")
          ? new GexfReader(file.name()).read(file)
          : new GraphMlReader(file.name()).read(file);
    }
    if (begin.startsWith("{")) {
      withoutActors(options, file);
      return FollowTheMoney.read(file);
    }
    if (PAJEK.matcher(begin).lookingAt()) {
      withoutActors(options, file);
      return new PajekReader(file.name()).read(file, options.mapping().encoding());
    }
    if (GML.matcher(begin).lookingAt()) {
      withoutActors(options, file);
      return new GmlReader(file.name()).read(file, options.mapping().encoding());
    }
    Matcher other = UCINET.matcher(begin);
    if (other.lookingAt()) {
      throw new BadNetwork(Wording.OTHER_PROGRAM, file.name(), other.group().strip());
    }
    if (begin.startsWith("[")) {
      throw new BadNetwork(Wording.LIST_IN_JSON, file.name());
    }
    return new TieTable(options).read(file);
  }

  /** The same from a file on disk. */
  public static NetworkFile read(Path file, ReadOptions options) throws IOException {
    return read(Source.of(file), options);
  }

  /**
   * The first rows of a table, for assigning its columns.
   *
   * @param rows maximum number of rows
   * @return empty if the file is not a table but self-describing
   * @throws BadNetwork if it cannot be read as a table
   */
  public static List<List<String>> beginning(Source file, Mapping mapping, int rows)
      throws IOException {
    String begin = beginning(file);
    if (begin.startsWith("<")
        || begin.startsWith("{")
        || PAJEK.matcher(begin).lookingAt()
        || GML.matcher(begin).lookingAt()) {
      return List.of();
    }
    Rows table = Rows.read(file, mapping.encoding(), mapping.separator());
    List<List<String>> first = new ArrayList<>();
    for (int r = 0; r < Math.min(rows, table.size()); r++) {
      first.add(List.of(table.row(r)));
    }
    return first;
  }

  /** Whether the first row of a table seems to name its columns rather than to be a tie. */
  public static boolean namesColumns(Source file, Mapping mapping) throws IOException {
    Rows rows = Rows.read(file, mapping.encoding(), mapping.separator());
    return rows.size() > 0
        && new TieTable(new ReadOptions(null, mapping, false, false)).hasHeader(rows);
  }

  private static void withoutActors(ReadOptions options, Source file) {
    if (options.actors() != null) {
      throw new BadNetwork(Wording.OWN_ACTORS, file.name());
    }
  }

  private static String beginning(Source file) throws IOException {
    try (InputStream in = file.open()) {
      String text = new String(in.readNBytes(4_000), StandardCharsets.ISO_8859_1);
      // byte order marks of UTF-8 and UTF-16, and the zero bytes of the latter
      return text.replaceFirst("^(\\u00EF\\u00BB\\u00BF|\\u00FE\\u00FF|\\u00FF\\u00FE)", "")
          .replace("\u0000", "")
          .strip();
    }
  }
}
