/** Pages of networks: the workbench, its tables, import and export. */
@NullMarked
package org.passerelle.understand.network.web;

import org.jspecify.annotations.NullMarked;
