/** Pages of the list of cases. */
@NamedInterface("list-web")
@NullMarked
package org.passerelle.protect.casework.list.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
