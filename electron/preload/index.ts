import { contextBridge } from "electron";

contextBridge.exposeInMainWorld("inkhour", { platform: process.platform });
