package org.passerelle.understand.network;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.exchange.Xml;
import org.passerelle.network.measure.Path;

/**
 * A drawing as a file, as {@code network.js} draws it on a screen 1,000 px wide in light colours:
 * the same places, shapes, sizes, colours and marks. Names are escaped; identifiers are left out.
 */
public final class PictureSvg {
  private static final double WIDTH = 1_000;
  private static final double EDGE = 44;
  private static final int DENSE = 150;
  private static final int VERY_DENSE = 600;
  private static final int NAMED = 40;
  private static final String HOT = Paint.of("--data-2");
  private static final String LINE = Paint.of("--line-strong");

  private final Picture picture;
  private final Measured measured;
  private final Look look;
  private final Map<String, Picture.Node> nodes = new HashMap<>();
  private final Set<String> way = new HashSet<>();
  private final double scale;
  private final double largest;
  private final double most;

  /**
   * A drawing.
   *
   * @param measured measures of what is drawn
   * @param ways shortest paths, of which the first is marked
   */
  public PictureSvg(Picture picture, Measured measured, Look look, List<Path> ways) {
    this.picture = picture;
    this.measured = measured;
    this.look = look;
    picture.nodes().forEach(node -> nodes.put(node.id(), node));
    ways.stream()
        .limit(1)
        .flatMapToInt(path -> path.vertices().stream().mapToInt(Integer::intValue))
        .forEach(v -> way.add(measured.network().actors().get(v).id()));
    double across = span(picture.nodes().stream().mapToDouble(Picture.Node::x).toArray());
    double level = Math.max(0.02, Math.min(3, (WIDTH - 2 * EDGE) / Math.max(1, across)));
    this.scale = 1 / level;
    this.largest = largest(look.size());
    this.most = largest(look.colour());
  }

  private static double span(double[] places) {
    return Arrays.stream(places).max().orElse(0) - Arrays.stream(places).min().orElse(0);
  }

  private double largest(String measure) {
    return picture.nodes().stream().mapToDouble(node -> value(node, measure)).max().orElse(0);
  }

  private double value(Picture.Node node, String measure) {
    double value = node.v() < 0 ? 0 : measured.values(measure)[node.v()];
    return Double.isFinite(value) ? value : 0;
  }

  /**
   * Writes the SVG.
   *
   * @param told what is drawn, in words
   */
  public void write(String title, String told, Appendable out) throws IOException {
    double[] x = picture.nodes().stream().mapToDouble(Picture.Node::x).toArray();
    double[] y = picture.nodes().stream().mapToDouble(Picture.Node::y).toArray();
    double edge = EDGE * scale;
    out.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.1f %.1f %.1f %.1f\" role=\"img\""
                + " aria-label=\"%s\">%n<title>%s</title>%n<desc>%s</desc>%n",
            Arrays.stream(x).min().orElse(0) - edge,
            Arrays.stream(y).min().orElse(0) - edge,
            span(x) + 2 * edge,
            span(y) + 2 * edge,
            Xml.escaped(title),
            Xml.escaped(title),
            Xml.escaped(told)));
    if (picture.nodes().size() <= DENSE) {
      out.append(
          format(
              "<defs><marker id=\"end\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\""
                  + " markerWidth=\"%.1f\" markerHeight=\"%.1f\" markerUnits=\"userSpaceOnUse\""
                  + " orient=\"auto\"><path d=\"M0 0 10 5 0 10z\" fill=\"%s\"/></marker></defs>%n",
              9 * scale, 9 * scale, LINE));
    }
    out.append("<g stroke-opacity=\"0.7\" fill=\"none\">\n");
    for (Picture.Line line : picture.lines()) {
      line(line, out);
    }
    out.append("</g>\n<g>\n");
    for (Picture.Node node : picture.nodes()) {
      sign(node, out);
    }
    out.append("</g>\n");
    names(out);
    out.append("</svg>\n");
  }

  private void line(Picture.Line line, Appendable out) throws IOException {
    Picture.Node one = node(line.one());
    Picture.Node other = node(line.other());
    boolean near = look.selected().equals(line.one()) || look.selected().equals(line.other());
    boolean onWay = way.contains(line.one()) && way.contains(line.other());
    double dx = other.x() - one.x();
    double dy = other.y() - one.y();
    double far = Math.max(1e-9, Math.hypot(dx, dy));
    boolean arrow = line.directed() && picture.nodes().size() <= DENSE;
    double less = arrow ? Math.min(far, wide(other) / 2) / far : 0;
    out.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%.2f\"%s%s/>%n",
            one.x(),
            one.y(),
            other.x() - dx * less,
            other.y() - dy * less,
            near || onWay ? HOT : LINE,
            (onWay ? 4 : Math.min(6, 1 + Math.log(line.ties()) / Math.log(2))) * scale,
            line.doubt() ? format(" stroke-dasharray=\"%.1f %.1f\"", 6 * scale, 3 * scale) : "",
            arrow ? " marker-end=\"url(#end)\"" : ""));
  }

  private void sign(Picture.Node node, Appendable out) throws IOException {
    boolean chosen = look.selected().equals(node.id());
    boolean together = node.kind().equals("group");
    String fill = chosen ? HOT : fill(node);
    boolean ring = node.victim() && !chosen;
    String paint;
    if (together) {
      paint =
          format(
              "fill=\"%s\" fill-opacity=\"0.25\" stroke=\"%s\" stroke-width=\"%.2f\"",
              fill, fill, 2 * scale);
    } else if (ring) {
      paint =
          format("fill=\"%s\" stroke=\"%s\" stroke-width=\"%.2f\"", Paint.PAPER, fill, 2.5 * scale);
    } else {
      paint =
          format(
              "fill=\"%s\" stroke=\"%s\" stroke-width=\"%.2f\"",
              fill,
              way.contains(node.id()) || chosen ? HOT : Paint.PAPER,
              (way.contains(node.id()) ? 4 : 2) * scale);
    }
    out.append(Signs.of(kind(node), node.x(), node.y(), wide(node) / 2, paint));
    out.append("<title>").append(Xml.escaped(label(node))).append("</title></g>\n");
  }

  private void names(Appendable out) throws IOException {
    boolean dense = picture.nodes().size() > DENSE;
    Set<String> named =
        picture.nodes().stream()
            .sorted(Comparator.comparingDouble((Picture.Node n) -> -value(n, look.size())))
            .limit(NAMED)
            .map(Picture.Node::id)
            .collect(Collectors.toSet());
    out.append(
        format(
            "<g font-family=\"'Source Sans 3', sans-serif\" font-size=\"%.1f\" fill=\"%s\""
                + " text-anchor=\"middle\" stroke=\"%s\" stroke-width=\"%.1f\""
                + " paint-order=\"stroke\">%n",
            13 * scale, Paint.INK, Paint.PAPER, 2.5 * scale));
    for (Picture.Node node : picture.nodes()) {
      boolean together = node.kind().equals("group");
      if (together || !dense || named.contains(node.id()) || look.selected().equals(node.id())) {
        double up = together ? -4 * scale : wide(node) / 2 + 5 * scale;
        out.append(
            format(
                "<text x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                node.x(), node.y() - up, Xml.escaped(label(node))));
      }
    }
    out.append("</g>\n");
  }

  private static String label(Picture.Node node) {
    return node.kind().equals("group") ? Integer.toString(node.members()) : node.label();
  }

  private static String kind(Picture.Node node) {
    return node.victim() ? "victim" : node.kind();
  }

  private Picture.Node node(String id) {
    Picture.Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("a line leads to %s, which is not drawn".formatted(id));
    }
    return node;
  }

  private double wide(Picture.Node node) {
    if (node.kind().equals("group")) {
      return scale * (18 + 9 * Math.sqrt(node.members()) / 2);
    }
    int count = picture.nodes().size();
    double base = count > VERY_DENSE ? 7 : count > DENSE ? 10 : 16;
    return scale
        * (look.size().equals("none")
            ? base
            : base + base * 1.6 * Math.sqrt(value(node, look.size()) / Math.max(1e-12, largest)));
  }

  private String fill(Picture.Node node) {
    if (look.colour().equals("group") || node.kind().equals("group")) {
      return Paint.ofGroup(node.group());
    }
    return look.colour().equals("kind")
        ? Paint.ofKind(kind(node))
        : Paint.between(Math.sqrt(value(node, look.colour()) / Math.max(1e-12, most)));
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
