package org.passerelle.understand.estimation.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;

/**
 * The choice of cases.
 *
 * @param countries of the node's organisations that follow persons
 */
public record WishPage(
    Filled form,
    List<Option> countries,
    List<Option> forms,
    List<Option> definitions,
    List<Option> groupings,
    List<Option> bases,
    List<String> footnotes) {}
