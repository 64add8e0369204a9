/** Pages of determinations. */
@NullMarked
package org.passerelle.protect.casework.determination.web;

import org.jspecify.annotations.NullMarked;
