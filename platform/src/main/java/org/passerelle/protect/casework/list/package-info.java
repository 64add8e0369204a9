/** The list of cases: columns, filters, saved views, and bulk changes. */
@NamedInterface("list")
@NullMarked
package org.passerelle.protect.casework.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
