package org.passerelle.network.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Wording;

/**
 * Reads the networks of Pajek (Mrvar and Batagelj, reference manual, 2023): vertices, arcs and
 * edges with their relations, lists of them, a matrix, and of a project the partitions and vectors
 * behind its first network, as attributes. In a network of two modes each vertex has the attribute
 * {@code mode}.
 */
final class PajekReader {
  /** More vertices than a network here can have; a larger number is a slip. */
  private static final int MOST = 5_000_000;

  /** Vertices that no line names, beyond one for each character of the file: a slip as well. */
  private static final int UNNAMED = 100_000;

  /** Objects of a project that have vertices of their own and say nothing of the network. */
  private static final Set<String> OTHERS = Set.of("*permutation", "*cluster", "*hierarchy");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern RELATION =
      Pattern.compile("(?i)\\*\\w+\\s*(?::\\s*(\\d+))?\\s*(?:\"([^\"]*)\")?.*");
  private final String name;
  private final Gathered gathered;
  private final Map<Integer, Gathered.Told> vertices = new HashMap<>();
  private final List<String[]> ties = new ArrayList<>();
  private Section section = Section.NONE;
  private String relation = "";
  private String attribute = "";
  private int count = -1;
  private String declared = "";
  private long characters;

  /** What the vertices of the next header are: of a network, of values, or of another object. */
  private Section next = Section.VERTICES;

  /** A project may hold several networks; the first is read. */
  private boolean another;

  private int rows;
  private int row;
  private int line;

  private enum Section {
    NONE,
    VERTICES,
    ARCS,
    EDGES,
    ARCS_LIST,
    EDGES_LIST,
    MATRIX,
    VALUES,
    IGNORED
  }

  PajekReader(String name) {
    this.name = name;
    this.gathered = new Gathered(name);
  }

  NetworkFile read(Source file, Charset charset) throws IOException {
    Text.pass(file, charset, this::lines);
    if (count < 0) {
      throw new BadNetwork(Wording.PAJEK_NO_VERTICES, name);
    }
    if (count > UNNAMED + characters) {
      throw wrong(declared);
    }
    for (int v = 1; v <= count; v++) {
      Gathered.Told told = vertices.getOrDefault(v, Gathered.Told.nothing());
      if (rows < count) {
        told.attributes().put("mode", List.of(v <= rows ? "1" : "2"));
      }
      gathered.actor(Integer.toString(v), told, line);
    }
    for (String[] tie : ties) {
      Gathered.Told told = Gathered.Told.nothing();
      told.fields().put("weight", tie[2]);
      told.fields().put("kind", tie[3]);
      gathered.tie("", tie[0], tie[1], tie[4].equals("arc"), told, Integer.parseInt(tie[5]));
    }
    return gathered.network();
  }

  private void lines(BufferedReader reader) throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      characters += text.length() + 1;
      String said = text.strip();
      if (said.isEmpty() || said.startsWith("%")) {
        continue;
      }
      if (said.startsWith("*")) {
        section(said);
      } else {
        content(said);
      }
    }
  }

  private void section(String said) {
    Matcher header = RELATION.matcher(said);
    String what = said.split("[\\s:]", 2)[0].toLowerCase(Locale.ROOT);
    relation = "";
    if (header.matches()) {
      String label = header.group(2);
      relation = label != null ? label : header.group(1) == null ? "" : header.group(1);
    }
    switch (what) {
      case "*network" -> {
        another |= count >= 0;
        next = Section.VERTICES;
        section = Section.NONE;
      }
      case "*vertices" -> vertices(said);
      case "*arcs" -> section = ifFirst(Section.ARCS);
      case "*edges" -> section = ifFirst(Section.EDGES);
      case "*arcslist" -> section = ifFirst(Section.ARCS_LIST);
      case "*edgeslist" -> section = ifFirst(Section.EDGES_LIST);
      case "*matrix" -> {
        section = ifFirst(Section.MATRIX);
        row = 0;
      }
      case "*partition", "*vector" -> {
        attribute = said.substring(what.length()).strip();
        attribute = attribute.isEmpty() ? what.substring(1) : attribute;
        next = Section.VALUES;
        section = Section.NONE;
      }
      default -> {
        next = OTHERS.contains(what) ? Section.IGNORED : next;
        section = Section.IGNORED;
      }
    }
    if (another && section != Section.VALUES) {
      section = Section.IGNORED;
    }
  }

  private Section ifFirst(Section wanted) {
    if (count < 0) {
      throw new BadNetwork(Wording.PAJEK_NO_VERTICES, name);
    }
    return wanted;
  }

  private void vertices(String said) {
    List<String> words = words(said);
    int number = words.size() > 1 ? number(words.get(1), said) : -1;
    if (number < 0 || number > MOST) {
      throw new BadNetwork(Wording.PAJEK_NO_VERTICES, name);
    }
    row = 0;
    section = next;
    next = Section.VERTICES;
    if (section != Section.VERTICES) {
      return;
    }
    if (count >= 0) {
      another = true;
    } else {
      count = number;
      rows = words.size() > 2 ? number(words.get(2), said) : count;
      declared = said;
    }
  }

  private Gathered.Told told(int vertex) {
    return vertices.computeIfAbsent(vertex, v -> Gathered.Told.nothing());
  }

  private void content(String said) {
    List<String> words = words(said);
    switch (section) {
      case VERTICES -> {
        int vertex = vertex(words.get(0), said);
        if (words.size() > 1) {
          told(vertex).fields().put("label", words.get(1));
        }
      }
      case VALUES -> {
        row++;
        // a partition may stand before its network
        if (count < 0 || row <= count) {
          told(row).attributes().put(attribute, List.of(words.get(0)));
        }
      }
      case ARCS, EDGES -> tie(words, said);
      case ARCS_LIST, EDGES_LIST -> {
        for (String to : words.subList(1, words.size())) {
          add(vertex(words.get(0), said), vertex(to, said), null, section == Section.ARCS_LIST);
        }
      }
      case MATRIX -> matrix(words, said);
      case IGNORED -> {
        // another object of a project
      }
      case NONE -> throw new BadNetwork(Wording.PAJEK_NO_VERTICES, name);
    }
  }

  private void tie(List<String> words, String said) {
    if (words.size() < 2) {
      throw wrong(said);
    }
    add(
        vertex(words.get(0), said),
        vertex(words.get(1), said),
        words.size() > 2 ? words.get(2) : null,
        section == Section.ARCS);
  }

  /** With two modes the columns are the vertices of the second. */
  private void matrix(List<String> words, String said) {
    row++;
    int first = rows < count ? rows : 0;
    if (row > rows || words.size() > count - first) {
      throw wrong(said);
    }
    for (int k = 0; k < words.size(); k++) {
      double weight = Rows.number(words.get(k));
      if (Double.isNaN(weight)) {
        throw wrong(said);
      }
      if (weight != 0) {
        add(row, first + k + 1, words.get(k), rows == count);
      }
    }
  }

  private void add(int from, int to, @Nullable String weight, boolean arc) {
    ties.add(
        new String[] {
          Integer.toString(from),
          Integer.toString(to),
          weight == null ? "" : weight,
          relation,
          arc ? "arc" : "edge",
          Integer.toString(line)
        });
  }

  private int vertex(String word, String said) {
    int vertex = number(word, said);
    if (vertex < 1 || vertex > count) {
      throw new BadNetwork(Wording.PAJEK_NO_VERTEX, new Place(name, line), word, count);
    }
    return vertex;
  }

  private int number(String word, String said) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw wrong(said);
    }
  }

  private BadNetwork wrong(String said) {
    String shown = said.length() > 60 ? said.substring(0, 60) + "…" : said;
    return new BadNetwork(Wording.PAJEK_LINE, new Place(name, line), shown);
  }

  private static List<String> words(String said) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(said);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    return words;
  }
}
