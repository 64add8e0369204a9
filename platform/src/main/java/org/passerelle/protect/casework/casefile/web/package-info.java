/** Pages of the printed case file. */
@NullMarked
package org.passerelle.protect.casework.casefile.web;

import org.jspecify.annotations.NullMarked;
