/** Pages of cases; the API reads request bodies with the same form readers. */
@NamedInterface("cases-web")
@NullMarked
package org.passerelle.protect.casework.cases.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
