package org.passerelle.e2e;

import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;

/** Checks of an open page: axe, texts, its width. */
final class Looked {
  private static final int PHONE = 375;
  private static final int DESK = 1280;
  private static final int[] BETWEEN_AND_BEYOND = {768, 1920};
  private static final int HEIGHT = 900;

  /**
   * What stands in a cell of a table but ends to the right of it: over the next one. On a phone the
   * head of a table is there for screen readers alone; the marks of a drawing may stand at its
   * edge.
   */
  private static final String SPILLS =
      """
      () => [...document.querySelectorAll('main td, main th')].flatMap(cell => {
        if (getComputedStyle(cell.parentNode.parentNode).clipPath !== 'none') { return []; }
        const edge = cell.getBoundingClientRect().right + 1;
        return [...cell.querySelectorAll('*')].filter(part => {
          const box = part.getBoundingClientRect();
          if (box.width <= 1 || box.right <= edge || part.ownerSVGElement) { return false; }
          for (let at = part; at !== cell.parentNode; at = at.parentNode) {
            const style = getComputedStyle(at);
            if (style.position === 'absolute' || (at !== part && style.overflowX !== 'visible')) { return false; }
          }
          return true;
        }).map(part => part.tagName + '.' + part.getAttribute('class') + ' ' + part.textContent.trim().slice(0, 40));
      }).slice(0, 3)""";

  /** Words squeezed into a column so narrow that they stand one below the other in pieces. */
  private static final String SQUEEZED =
      """
      () => [...document.querySelectorAll('main *')].filter(part => {
        const words = [...part.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('');
        const box = part.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(part).fontSize);
        return words.length >= 12 && !part.ownerSVGElement && box.width > 1 && box.width < 2.5 * size
          && box.height > 6 * size;
      }).map(part => part.tagName + '.' + part.getAttribute('class') + ' ' + part.textContent.trim().slice(0, 40))
        .slice(0, 3)""";

  private Looked() {}

  /** Its problems, each with its path. */
  static List<String> at(Visitor visitor) {
    List<String> wrong = new ArrayList<>();
    EveryPageTest.problems(visitor).forEach(problem -> wrong.add(visitor.path() + ": " + problem));
    if (isTooWide(visitor)) {
      wrong.add(visitor.path() + " is wider than its screen");
    }
    spills(visitor)
        .forEach(part -> wrong.add(visitor.path() + " lies over the next cell: " + part));
    ((List<?>) visitor.page().evaluate(SQUEEZED))
        .forEach(part -> wrong.add(visitor.path() + " has too narrow a column: " + part));
    return wrong;
  }

  /**
   * The same on screens of each size, from a phone to a wide desktop. Layouts differ only between
   * phone and desktop, so axe, which takes nine tenths of the time, checks these two.
   */
  static List<String> atEachSize(Visitor visitor) {
    ViewportSize own = visitor.page().viewportSize();
    List<String> wrong = new ArrayList<>();
    for (int width : new int[] {PHONE, DESK}) {
      visitor.page().setViewportSize(width, HEIGHT);
      at(visitor).forEach(problem -> wrong.add(problem + " [" + width + " px]"));
    }
    for (int width : BETWEEN_AND_BEYOND) {
      visitor.page().setViewportSize(width, HEIGHT);
      if (isTooWide(visitor)) {
        wrong.add(visitor.path() + " is wider than its screen [" + width + " px]");
      }
      for (String part : spills(visitor)) {
        wrong.add(visitor.path() + " lies over the next cell [" + width + " px]: " + part);
      }
    }
    visitor.page().setViewportSize(own.width, own.height);
    return wrong;
  }

  /** Whether the page scrolls sideways. */
  static boolean isTooWide(Visitor visitor) {
    return (boolean)
        visitor
            .page()
            .evaluate(
                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
  }

  /** Parts of tables that lie over the cell to their right. */
  static List<String> spills(Visitor visitor) {
    return ((List<?>) visitor.page().evaluate(SPILLS)).stream().map(String::valueOf).toList();
  }
}
