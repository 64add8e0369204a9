/** The pages of cases; the API reads its bodies with the eyes of these pages. */
@NamedInterface("cases-web")
@NullMarked
package org.passerelle.protect.cases.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
