/** The list of cases: columns, filters, kept views, and many cases changed at once. */
@NamedInterface("list")
@NullMarked
package org.passerelle.protect.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
